import { expect, it } from 'vitest';
import type { BatchException } from '@/shared/api/types';
import { decisionsFor, groupOf, inJudgingOrder } from './groups';

it('sorts types of exceptions into the groups of a review', () => {
  const of = (type: BatchException['type']) => groupOf({ type });
  expect(of('LIMIT_ALERT')).toBe('values');
  expect(of('IDENTITY_MISMATCH')).toBe('identity');
  expect(of('DATA_GAP')).toBe('equipment');
  expect(of('HOLD_TIME')).toBe('process');
});

it('puts open and heavy ones first', () => {
  const e = (
    state: 'OPEN' | 'ACCEPTED' | 'DEVIATION',
    severity: 'MINOR' | 'CRITICAL',
    openedAt: string,
  ) => ({ state, severity, openedAt });
  const sorted = inJudgingOrder([
    e('ACCEPTED', 'CRITICAL', '1'),
    e('OPEN', 'MINOR', '2'),
    e('DEVIATION', 'CRITICAL', '3'),
    e('OPEN', 'CRITICAL', '5'),
    e('OPEN', 'CRITICAL', '4'),
  ]);
  expect(sorted.map((x) => x.openedAt)).toEqual(['4', '5', '2', '3', '1']);
});

it('offers only decisions the state allows', () => {
  expect(decisionsFor('OPEN')).toEqual(['ACCEPT', 'DEVIATION']);
  expect(decisionsFor('DEVIATION')).toEqual(['CLOSE_DEVIATION']);
  expect(decisionsFor('ACCEPTED')).toEqual([]);
});
