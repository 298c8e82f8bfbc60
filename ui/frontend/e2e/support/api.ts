import { expect, type Page } from '@playwright/test';
import type { BatchView, StepView } from '../../src/shared/api/types';

/** Looks over the shoulder of a page: the same session, reading only. */
async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
}

export const readBatch = (page: Page, id: string) => read<BatchView>(page, `/api/batches/${id}`);

export const readStep = (page: Page, id: string, key: string) =>
  read<StepView>(page, `/api/batches/${id}/steps/${encodeURIComponent(key)}`);

/** What stands in the record for `up.step.parameter`, of the last pass of the step. */
export async function recordedValue(page: Page, id: string, path: string): Promise<string> {
  const dot = path.lastIndexOf('.');
  const { unitProcedures } = await readBatch(page, id);
  const passes = unitProcedures
    .flatMap((u) => u.steps)
    .filter((s) => s.key.split('~')[0] === path.slice(0, dot) && s.state === 'COMPLETE');
  const last = passes.at(-1);
  if (!last) throw new Error(`${path} was not worked`);
  const { parameters } = await readStep(page, id, last.key);
  const value = parameters.find((p) => p.id === path.slice(dot + 1))?.recorded?.value;
  if (value === undefined) throw new Error(`nothing was recorded for ${path}`);
  return value;
}

export const readExceptions = (page: Page, id: string) =>
  read<{ exceptions: { id: string; state: string; severity: string; type: string }[] }>(
    page,
    `/api/batches/${id}/exceptions`,
  ).then((answer) => answer.exceptions);

/** The whole record as an inspector asks for it. */
export type BatchRecord = {
  patientToken: string;
  disposition?: { decision: string };
  [part: string]: unknown;
};
export const readRecord = (page: Page, id: string) =>
  read<BatchRecord>(page, `/api/batches/${id}/record`);

/** As it is printed on the order form. */
export const patientToken = async (page: Page, id: string) =>
  (await readRecord(page, id)).patientToken;

export const plantNow = (page: Page) =>
  read<{ now: string }>(page, '/api/demonstration/clock').then((clock) => Date.parse(clock.now));
