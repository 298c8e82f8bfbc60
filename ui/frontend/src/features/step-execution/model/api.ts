import { get, post, put } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type StepRef = { batchId: string; key: string };
export type Texts = Record<string, string>;
type Schemas = components['schemas'];

const STEP = '/api/batches/{batch}/steps/{step}';
const at = ({ batchId, key }: StepRef) => ({ batch: batchId, step: key });

export const stepKey = (step: StepRef) => ['batch', step.batchId, 'step', step.key];

export const getStep = (step: StepRef) => get(STEP, { path: at(step) });

export const checkIdentity = (step: StepRef, scan: string, code: string) =>
  post(`${STEP}/identity-checks`, { path: at(step), body: { scan, code } });

export const evaluate = (step: StepRef, values: Texts) =>
  post(`${STEP}/evaluations`, { path: at(step), body: { values } });

export const askChallenge = (step: StepRef, body: Schemas['ChallengeBody']) =>
  post(`${STEP}/challenges`, { path: at(step), body });

export const complete = (step: StepRef, requestId: string, body: Schemas['CompletionBody']) =>
  put(`${STEP}/completions/{requestId}`, { path: { ...at(step), requestId }, body });

export const verify = (step: StepRef, requestId: string, body: Schemas['VerificationBody']) =>
  put(`${STEP}/verifications/{requestId}`, { path: { ...at(step), requestId }, body });

export const correct = (step: StepRef, requestId: string, body: Schemas['CorrectionBody']) =>
  put(`${STEP}/corrections/{requestId}`, { path: { ...at(step), requestId }, body });

export const reportProblem = (step: StepRef, requestId: string, category: string, text: string) =>
  post(`${STEP}/problems`, {
    path: at(step),
    body: { requestId, category, ...(text !== '' && { text }) },
  });
