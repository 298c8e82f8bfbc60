import type { Limits, Verdict } from '@/shared/api/types';
import { compareDecimals } from './decimal';

/** The same order as the server's `Limits.judge`: shown at entry, the server's verdict is what counts. */
export function judgeNumber(value: string, limits: Limits | undefined): Verdict {
  if (!limits) return 'NOT_JUDGED';
  const { normal, alert = [], rejectBelow, rejectAbove } = limits;
  if (!normal && alert.length === 0 && rejectBelow == null && rejectAbove == null) {
    return 'NOT_JUDGED';
  }
  if (rejectBelow != null && compareDecimals(value, rejectBelow) < 0) return 'REJECT';
  if (rejectAbove != null && compareDecimals(value, rejectAbove) > 0) return 'REJECT';
  const inAlert = alert.some((range) => contains(range, value));
  if (normal && contains(normal, value)) return 'NORMAL';
  if (!normal && !inAlert) return 'NORMAL';
  const hasReject = rejectBelow != null || rejectAbove != null;
  return !hasReject && alert.length > 0 && !inAlert ? 'REJECT' : 'ALERT';
}

export function judgeWord(value: string, limits: Limits | undefined): Verdict {
  if (!limits || limits.allowed.length === 0) return 'NOT_JUDGED';
  return limits.allowed.includes(value) ? 'NORMAL' : 'REJECT';
}

/** Which side of the normal range a number lies on, for the words "below" and "above". */
export function sideOf(value: string, limits: Limits | undefined): 'below' | 'above' | undefined {
  const low = limits?.normal?.low ?? limits?.rejectBelow;
  const high = limits?.normal?.high ?? limits?.rejectAbove;
  if (low != null && compareDecimals(value, low) < 0) return 'below';
  if (high != null && compareDecimals(value, high) > 0) return 'above';
  return undefined;
}

const contains = (range: { low?: string; high?: string }, value: string): boolean =>
  (range.low == null || compareDecimals(value, range.low) >= 0) &&
  (range.high == null || compareDecimals(value, range.high) <= 0);

export const isOutside = (verdict: Verdict | undefined): boolean =>
  verdict === 'ALERT' || verdict === 'REJECT';

/** `0.5 – 2.5`, `≥ 0.5`, `≤ 2.5` or nothing. */
export function rangeText(range: { low?: string; high?: string } | undefined): string {
  if (!range) return '';
  const { low, high } = range;
  if (low != null && high != null) return low === high ? `= ${low}` : `${low} – ${high}`;
  if (low != null) return `≥ ${low}`;
  return high != null ? `≤ ${high}` : '';
}
