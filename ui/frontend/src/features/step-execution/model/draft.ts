import { useCallback, useState } from 'react';
import { newRequestId } from '@/shared/api/client';
import type { StepRef, Texts } from './api';

/**
 * What a person has typed into a step and not yet recorded. It survives reload, lock and a lost session, and
 * it keeps the request id: the same form, sent again, is the same record.
 */
export type Draft = {
  values: Texts;
  reasons: Texts;
  /** parameters that are typed although they should have been read */
  byHand: string[];
  comment: string;
  requestId: string;
};

export type DraftPurpose = 'perform' | 'verify';

const emptyDraft = (): Draft => ({
  values: {},
  reasons: {},
  byHand: [],
  comment: '',
  requestId: newRequestId(),
});

const storageKey = (step: StepRef, person: string, purpose: DraftPurpose) =>
  `kizuna.draft/${person}/${step.batchId}/${step.key}/${purpose}`;

export function loadDraft(step: StepRef, person: string, purpose: DraftPurpose): Draft {
  const stored = sessionStorage.getItem(storageKey(step, person, purpose));
  if (stored === null) return emptyDraft();
  try {
    return { ...emptyDraft(), ...(JSON.parse(stored) as Partial<Draft>) };
  } catch {
    return emptyDraft();
  }
}

export function saveDraft(step: StepRef, person: string, purpose: DraftPurpose, draft: Draft) {
  sessionStorage.setItem(storageKey(step, person, purpose), JSON.stringify(draft));
}

export function dropDraft(step: StepRef, person: string, purpose: DraftPurpose) {
  sessionStorage.removeItem(storageKey(step, person, purpose));
}

export type DraftAccess = {
  draft: Draft;
  setValue: (parameter: string, value: string) => void;
  setReason: (parameter: string, reason: string) => void;
  setByHand: (parameter: string, byHand: boolean) => void;
  setComment: (comment: string) => void;
  drop: () => void;
};

/** The component that uses it is keyed by step and person: another person has another draft. */
export function useDraft(step: StepRef, person: string, purpose: DraftPurpose): DraftAccess {
  const [draft, setDraft] = useState(() => loadDraft(step, person, purpose));
  const change = useCallback(
    (edit: (old: Draft) => Partial<Draft>) =>
      setDraft((old) => {
        const next = { ...old, ...edit(old) };
        saveDraft(step, person, purpose, next);
        return next;
      }),
    [step, person, purpose],
  );
  return {
    draft,
    setValue: (parameter, value) =>
      change((old) => {
        // A reason belongs to the value it was given for.
        const reasons = { ...old.reasons };
        delete reasons[parameter];
        return { values: { ...old.values, [parameter]: value }, reasons };
      }),
    setReason: (parameter, reason) =>
      change((old) => ({ reasons: { ...old.reasons, [parameter]: reason } })),
    setByHand: (parameter, byHand) =>
      change((old) => {
        const others = old.byHand.filter((p) => p !== parameter);
        return { byHand: byHand ? [...others, parameter] : others };
      }),
    setComment: (comment) => change(() => ({ comment })),
    drop: () => dropDraft(step, person, purpose),
  };
}
