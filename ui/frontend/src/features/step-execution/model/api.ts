import { get, post, put, stepPath } from '@/shared/api/client';
import type {
  Challenge,
  CompletionAnswer,
  Evaluation,
  IdentityCheck,
  OpenedException,
  Signature,
  StepView,
} from '@/shared/api/types';

export type StepRef = { batchId: string; key: string };
export type Texts = Record<string, string>;
export type Purpose = 'PERFORM' | 'SUPERVISE' | 'VERIFY' | 'CORRECT';

const path = (step: StepRef) => stepPath(step.batchId, step.key);

export const stepKey = (step: StepRef) => ['batch', step.batchId, 'step', step.key];

export const getStep = (step: StepRef) => get<StepView>(path(step));

export const checkIdentity = (step: StepRef, scan: string, code: string) =>
  post<IdentityCheck>(`${path(step)}/identity-checks`, { scan, code });

export const evaluate = (step: StepRef, values: Texts) =>
  post<Evaluation>(`${path(step)}/evaluations`, { values });

export type ChallengeRequest = {
  purpose: Purpose;
  coi: string;
  revision: number;
  values: Texts;
  reasons: Texts;
  comment?: string;
  parameter?: string;
  value?: string;
  reason?: string;
  language: string;
};

export const askChallenge = (step: StepRef, request: ChallengeRequest) =>
  post<Challenge>(`${path(step)}/challenges`, request);

export type Completion = {
  coi: string;
  revision: number;
  values: Texts;
  reasons: Texts;
  comment?: string;
  language: string;
  signature?: Signature;
  supervisor?: Signature;
};

export const complete = (step: StepRef, requestId: string, body: Completion) =>
  put<CompletionAnswer>(`${path(step)}/completions/${requestId}`, body);

export type Verification = {
  coi: string;
  revision: number;
  values?: Texts;
  comment?: string;
  language: string;
  signature: Signature;
};

export const verify = (step: StepRef, requestId: string, body: Verification) =>
  put<CompletionAnswer>(`${path(step)}/verifications/${requestId}`, body);

export type Correction = {
  coi: string;
  revision: number;
  parameter: string;
  value: string;
  reason: string;
  language: string;
  signature: Signature;
};

export type CorrectionAnswer = {
  revision: number;
  recomputed: string[];
  voided: string[];
  exceptions: OpenedException[];
};

export const correct = (step: StepRef, requestId: string, body: Correction) =>
  put<CorrectionAnswer>(`${path(step)}/corrections/${requestId}`, body);

export const reportProblem = (step: StepRef, requestId: string, category: string, text: string) =>
  post<Partial<OpenedException> | undefined>(`${path(step)}/problems`, {
    requestId,
    category,
    ...(text !== '' && { text }),
  });
