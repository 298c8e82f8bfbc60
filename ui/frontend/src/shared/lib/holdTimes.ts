import type { HoldTime } from '@/shared/api/types';

/** When the present limit of a hold time ends: the normal end, afterwards the reject end. */
export function holdTimeEnd(hold: HoldTime, nowMs = -Infinity): number {
  const normal = Date.parse(hold.normalUntil);
  if (nowMs <= normal || !hold.rejectAfter) return normal;
  return Date.parse(hold.rejectAfter);
}

/** Class of the tag: grey while normal, amber from the early warning on, red beyond the limit. */
export function holdTimeLevel(hold: HoldTime, nowMs: number): '' | 'warn' | 'bad' {
  const at = hold.stoppedAt ? Date.parse(hold.stoppedAt) : nowMs;
  if (hold.state === 'MET') return '';
  if (hold.state === 'EXCEEDED' || at > Date.parse(hold.normalUntil)) return 'bad';
  return at > Date.parse(hold.warnAt) && !hold.stoppedAt ? 'warn' : '';
}
