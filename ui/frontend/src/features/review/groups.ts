import type { BatchException, Severity } from '@/shared/api/types';

/** What a reviewer looks for first, second, last (ui.md 3.7). */
export const GROUPS = ['values', 'process', 'equipment', 'identity', 'notes'] as const;
export type Group = (typeof GROUPS)[number];

const groups: Record<BatchException['type'], Group> = {
  LIMIT_ALERT: 'values',
  LIMIT_REJECT: 'values',
  HOLD_TIME: 'process',
  ROUTE_HOLD: 'process',
  MANUAL_ENTRY: 'process',
  CORRECTION: 'process',
  RECOMPUTED: 'process',
  COVERAGE_LOW: 'equipment',
  DATA_GAP: 'equipment',
  EQUIPMENT: 'equipment',
  PROGRAM_ENDED: 'equipment',
  IDENTITY_MISMATCH: 'identity',
  PROBLEM: 'notes',
};

export const groupOf = ({ type }: Pick<BatchException, 'type'>): Group => groups[type];

export const SEVERITIES: Severity[] = ['CRITICAL', 'MAJOR', 'MINOR', 'INFO'];
/** Heaviest first. */
export const weight = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Open before decided, heavy before light, early before late: the order in which one judges. */
export function inJudgingOrder<E extends Pick<BatchException, 'state' | 'severity' | 'openedAt'>>(
  exceptions: readonly E[],
): E[] {
  const rank = (e: E) => (e.state === 'OPEN' ? 0 : e.state === 'DEVIATION' ? 1 : 2);
  return exceptions.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      weight(a.severity) - weight(b.severity) ||
      a.openedAt.localeCompare(b.openedAt),
  );
}

/** What may still be decided about it. */
export function decisionsFor(
  state: BatchException['state'],
): ('ACCEPT' | 'DEVIATION' | 'CLOSE_DEVIATION')[] {
  if (state === 'OPEN') return ['ACCEPT', 'DEVIATION'];
  return state === 'DEVIATION' ? ['CLOSE_DEVIATION'] : [];
}
