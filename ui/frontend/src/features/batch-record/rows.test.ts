import { expect, it } from 'vitest';
import type { RecordStep, RecordUnitProcedure, RecordValue } from '@/shared/api/types';
import { filterTree, history, limitsText } from './rows';

const words = { alert: 'alert', reject: 'reject' };

it('prints limits in one line', () => {
  expect(
    limitsText(
      {
        normal: { low: '0.5', high: '2.5' },
        alert: [{ low: '2.5', high: '3' }],
        rejectAbove: '3',
        allowed: [],
      },
      words,
    ),
  ).toBe('0.5 – 2.5; alert 2.5 – 3; reject > 3');
  expect(limitsText({ alert: [], allowed: ['true'] }, words)).toBe('true');
  expect(limitsText(undefined, words)).toBe('');
});

const value = (revision: number, verdict: RecordValue['verdict'] = 'NORMAL'): RecordValue => ({
  value: String(revision),
  display: String(revision),
  verdict,
  revision,
  source: 'MANUAL',
  earlier: [],
  by: { id: 'sato', name: { en: 'Sato', ja: '佐藤' } },
  provenance: {},
  at: '',
});

// Correcting never hides what stood there before.
it('lists replaced values after the one that counts', () => {
  expect(history({ ...value(3), earlier: [value(1), value(2)] }).map((v) => v.revision)).toEqual([
    3, 2, 1,
  ]);
});

const step = (number: string, recorded: RecordValue) =>
  ({
    key: number,
    number,
    title: { en: number, ja: number },
    state: 'COMPLETE',
    parameters: [{ id: 'p', recorded } as never],
    signatures: [],
    identityChecks: [],
  }) as unknown as RecordStep;
const up = (id: string, ...steps: RecordStep[]): RecordUnitProcedure => ({
  id,
  number: id,
  title: { en: '', ja: '' },
  steps,
  holdTimes: [],
});
const tree = [
  up('UP05', step('5.1', value(1)), step('5.2', value(1, 'ALERT'))),
  up('UP06', step('6.1', { ...value(2), earlier: [value(1)] })),
];
const numbers = (only: 'all' | 'outside' | 'corrected' | 'exceptions', q = '') =>
  filterTree(
    tree,
    { q, only },
    (s) => s.number,
    (s) => s.number === '5.1',
  ).flatMap((u) => u.steps.map((s) => s.number));

it('filters steps and keeps the tree', () => {
  expect(numbers('all')).toEqual(['5.1', '5.2', '6.1']);
  expect(numbers('outside')).toEqual(['5.2']);
  expect(numbers('corrected')).toEqual(['6.1']);
  expect(numbers('exceptions')).toEqual(['5.1']);
  expect(numbers('all', '６．１')).toEqual(['6.1']);
});
