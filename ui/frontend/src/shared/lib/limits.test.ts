import { describe, expect, it } from 'vitest';
import type { Limits } from '@/shared/api/types';
import { judgeNumber, judgeWord, rangeText, sideOf } from './limits';

const limits = (x: Partial<Limits>): Limits => ({ alert: [], allowed: [], ...x });

describe('limits', () => {
  const band = limits({ normal: { low: '0.5', high: '2.5' }, rejectAbove: '3' });

  it.each([
    ['0.5', 'NORMAL'],
    ['2.50', 'NORMAL'],
    ['2.51', 'ALERT'],
    ['3.0', 'ALERT'],
    ['3.0001', 'REJECT'],
    ['0.49', 'ALERT'],
  ])('%s is %s, bounds of normal included, bounds of reject not', (value, verdict) => {
    expect(judgeNumber(value, band)).toBe(verdict);
  });

  it('outside of normal and of all alert bands without reject bound is rejected', () => {
    const moi = limits({ normal: { low: '3', high: '3' }, alert: [{ low: '1', high: '2' }] });
    expect(['3', '1.5', '2.5'].map((v) => judgeNumber(v, moi))).toEqual([
      'NORMAL',
      'ALERT',
      'REJECT',
    ]);
  });

  it('judge words by the allowed list', () => {
    const yes = limits({ allowed: ['true'] });
    expect([judgeWord('true', yes), judgeWord('false', yes), judgeWord('x', limits({}))]).toEqual([
      'NORMAL',
      'REJECT',
      'NOT_JUDGED',
    ]);
  });

  it('judge nothing where nothing is set', () => {
    expect(judgeNumber('1', undefined)).toBe('NOT_JUDGED');
    expect(judgeNumber('1', limits({}))).toBe('NOT_JUDGED');
  });

  it('are shown with their side', () => {
    expect([sideOf('0.4', band), sideOf('2.6', band), sideOf('1', band)]).toEqual([
      'below',
      'above',
      undefined,
    ]);
    expect(rangeText({ low: '0.5', high: '2.5' })).toBe('0.5 – 2.5');
    expect(rangeText({ high: '5' })).toBe('≤ 5');
    expect(rangeText({ low: '3', high: '3' })).toBe('= 3');
  });
});
