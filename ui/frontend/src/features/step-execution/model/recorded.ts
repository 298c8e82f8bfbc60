import type { Parameter, RecordedValue, StepView, Text } from '@/shared/api/types';
import { isOutside, rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import type { SignedLine } from '../sheets/SignContent';
import { isEntered } from './items';

type Translate = (key: string) => string;
type PickText = (text: Text | string | undefined) => string;

/** For a blind second entry: only what a person enters, and nothing of the first entry. */
export function secondEntryView(view: StepView): StepView {
  const parameters = view.parameters.filter(isEntered).map((p) => {
    const hidden = { ...p };
    delete hidden.recorded;
    return hidden;
  });
  return { ...view, identityScans: [], parameters };
}

export function recordedText(p: Parameter, value: RecordedValue, t: Translate, text: PickText) {
  return plainText(p, value.value, value.display || value.value, value.unit ?? p.unit, t, text);
}

function plainText(
  p: Parameter,
  value: string,
  display: string,
  unit: string | undefined,
  t: Translate,
  text: PickText,
): string {
  if (p.type === 'BOOLEAN') return t(value === 'true' ? 'common:yes' : 'common:no');
  if (p.type === 'CHOICE') return text(p.choices.find((c) => c.value === value)?.name) || value;
  return `${display} ${unitText(unit)}`.trim();
}

/** What a verifier signs: the recorded values, or the second entry where the first one is hidden. */
export function recordedLines(
  view: StepView,
  t: Translate,
  text: PickText,
  second: Record<string, string> | undefined,
): SignedLine[] {
  return view.parameters.flatMap((p) => {
    const base = { id: p.id, name: text(p.name), limits: rangeText(p.limits?.normal) };
    if (second !== undefined) {
      const value = second[p.id];
      if (value === undefined) return [];
      return [{ ...base, value: plainText(p, value, value, p.unit, t, text), outside: '' }];
    }
    const r = p.recorded;
    if (!r) return [];
    return [
      {
        ...base,
        value: recordedText(p, r, t, text),
        outside: isOutside(r.verdict) ? t(`common:verdict.${r.verdict}`) : '',
        reason: r.reason,
      },
    ];
  });
}
