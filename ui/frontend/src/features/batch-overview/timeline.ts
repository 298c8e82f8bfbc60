import type { BatchView, UnitProcedureView } from '@/shared/api/types';

export type Bar = { up: UnitProcedureView; from: number; to: number; exceptions: number };
export type Scale = { from: number; to: number; days: { at: number; day: number }[] };

const DAY = 86_400_000;

/** Actual bars; what runs ends at `now`, what has not begun has no bar. */
export function bars(batch: BatchView, now: number): Bar[] {
  return batch.unitProcedures.map((up) => {
    const from = up.startedAt ? Date.parse(up.startedAt) : NaN;
    const to = up.endedAt ? Date.parse(up.endedAt) : now;
    return { up, from, to, exceptions: up.steps.reduce((sum, s) => sum + s.exceptions, 0) };
  });
}

/** From the start of the batch to its end or to now, with whole days of the process. */
export function scale(batch: BatchView, now: number): Scale {
  const from = Date.parse(batch.createdAt);
  const known = batch.unitProcedures
    .map((u) => u.endedAt)
    .filter((x): x is string => x !== undefined)
    .map((x) => Date.parse(x));
  const to = Math.max(batch.endedAt ? Date.parse(batch.endedAt) : now, from + 3_600_000, ...known);
  const every = Math.max(1, Math.ceil((to - from) / DAY / 12));
  const days = [];
  for (let day = 0; from + day * DAY <= to; day += every) days.push({ at: from + day * DAY, day });
  return { from, to, days };
}

/** Where a moment lies on the scale, in per cent. */
export const place = (at: number, { from, to }: Scale): number =>
  Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
