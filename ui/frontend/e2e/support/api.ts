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

export const readExceptions = (page: Page, id: string) =>
  read<{ exceptions: { id: string; state: string; severity: string; type: string }[] }>(
    page,
    `/api/batches/${id}/exceptions`,
  ).then((answer) => answer.exceptions);

/** The whole record as an inspector asks for it. */
export type BatchRecord = {
  disposition?: { decision: string };
  [part: string]: unknown;
};
export const readRecord = (page: Page, id: string) =>
  read<BatchRecord>(page, `/api/batches/${id}/record`);

export const plantNow = (page: Page) =>
  read<{ now: string }>(page, '/api/demonstration/clock').then((clock) => Date.parse(clock.now));
