import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '@/shared/api/problem';
import type { CompletionAnswer, Signature, StepView } from '@/shared/api/types';
import { useLanguage } from '@/shared/i18n';
import { askChallenge, complete, type StepRef, type Texts } from './api';
import type { DraftAccess } from './draft';

type SignStage = 'none' | 'performer' | 'supervisor';

type Options = {
  step: StepRef;
  view: StepView;
  draft: DraftAccess;
  values: Texts;
  /** a value outside its limits that needs a supervisor's signature */
  supervised: boolean;
  onRecorded: (answer: CompletionAnswer) => void;
};

/** From the press on "complete" to the answer: one signature, two, or none; recorded once. */
export function useCompletion({ step, view, draft, values, supervised, onRecorded }: Options) {
  const language = useLanguage();
  const queries = useQueryClient();
  const [stage, setStage] = useState<SignStage>('none');
  const [first, setFirst] = useState<Signature>();

  const { requestId, reasons, comment } = draft.draft;
  const body = {
    coi: view.header.coi,
    revision: view.revision,
    values,
    reasons,
    ...(comment !== '' && { comment }),
    language,
  };
  const record = useMutation({
    mutationFn: (signatures: { signature?: Signature; supervisor?: Signature }) =>
      complete(step, requestId, { ...body, ...signatures }),
    onSuccess: async (answer) => {
      draft.drop();
      onRecorded(answer);
      await queries.invalidateQueries({ queryKey: ['batch', step.batchId] });
      await queries.invalidateQueries({ queryKey: ['work'] });
    },
  });

  /** Also forgets the first signature: no password stays in memory behind a closed sheet. */
  const close = () => {
    setFirst(undefined);
    setStage('none');
  };
  const signAsPerformer = async (signature: Signature) => {
    if (supervised) {
      setFirst(signature);
      setStage('supervisor');
    } else await record.mutateAsync({ signature });
  };
  const signAsSupervisor = async (supervisor: Signature) => {
    try {
      await record.mutateAsync({ ...(first && { signature: first }), supervisor });
    } catch (problem) {
      // Nothing was recorded: the performer signs again first, over a fresh challenge.
      if (!isProblem(problem) || problem.kind === 'unreachable') throw problem;
      setFirst(undefined);
      setStage('performer');
    }
  };
  const start = () => {
    record.reset();
    // A second signature always comes with a first one.
    if (view.signature || supervised) setStage('performer');
    else record.mutate({});
  };

  return {
    stage,
    start,
    close,
    signAsPerformer,
    signAsSupervisor,
    askPerformer: () => askChallenge(step, { purpose: 'PERFORM', ...body }),
    askSupervisor: () => askChallenge(step, { purpose: 'SUPERVISE', ...body }),
    error: record.error ?? undefined,
    pending: record.isPending,
  };
}
