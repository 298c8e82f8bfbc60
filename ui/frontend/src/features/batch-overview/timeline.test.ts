import type { BatchView } from '@/shared/api/types';
import { expect, it } from 'vitest';
import { bars, place, scale } from './timeline';

const t0 = Date.parse('2026-11-20T00:00:00Z');
const day = (n: number) => new Date(t0 + n * 86_400_000).toISOString();
const up = (id: string, startedAt?: string, endedAt?: string) => ({
  id,
  number: id,
  title: { en: id, ja: id },
  state: 'PENDING' as const,
  ...(startedAt && { startedAt }),
  ...(endedAt && { endedAt }),
  steps: [
    { key: 'k', number: '1', title: { en: '', ja: '' }, state: 'OPEN' as const, exceptions: 2 },
  ],
});
const batch = {
  createdAt: day(0),
  unitProcedures: [up('1', day(0), day(1)), up('2', day(1)), up('3')],
} as unknown as BatchView;

it('draws what is over, what runs until now, and nothing for the future', () => {
  const [done, running, future] = bars(batch, t0 + 3 * 86_400_000);
  expect(done!.to).toBe(Date.parse(day(1)));
  expect(running!.to).toBe(Date.parse(day(3)));
  expect(future!.from).toBeNaN();
  expect(done!.exceptions).toBe(2);
});

it('marks whole days, at most about a dozen', () => {
  const s = scale(batch, t0 + 3 * 86_400_000);
  expect(s.days.map((d) => d.day)).toEqual([0, 1, 2, 3]);
  expect(place(Date.parse(day(1.5)), s)).toBe(50);
  expect(scale(batch, t0 + 100 * 86_400_000).days.length).toBeLessThanOrEqual(13);
});
