import type { ExceptionItem } from '@/shared/api/batches';
import type { Severity } from '@/shared/api/types';

/** What a reviewer looks for first, second, last (ui.md 3.7). */
export const GROUPS = ['values', 'process', 'equipment', 'material', 'identity', 'notes'] as const;
export type Group = (typeof GROUPS)[number];

const words: [Group, RegExp][] = [
  ['identity', /IDENTITY|COI|LABEL/],
  ['material', /LOT|MATERIAL|EXPIR/],
  ['equipment', /EQUIPMENT|SIGNAL|GAP|CONNECTION|COMMAND|COVERAGE|DEVICE|ALARM|PROGRAM/],
  ['values', /LIMIT|VALUE|REJECT|ALERT|EXCURSION|OUT_OF/],
  ['notes', /NOTE|COMMENT|PROBLEM/],
];

/** New types of the server fall under "process" until someone sorts them. */
export const groupOf = ({ type }: Pick<ExceptionItem, 'type'>): Group =>
  words.find(([, word]) => word.test(type.toUpperCase()))?.[0] ?? 'process';

export const SEVERITIES: Severity[] = ['CRITICAL', 'MAJOR', 'MINOR', 'INFO'];
/** Heaviest first. */
export const weight = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Open before decided, heavy before light, early before late: the order in which one judges. */
export function inJudgingOrder<E extends Pick<ExceptionItem, 'state' | 'severity' | 'openedAt'>>(
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
  state: ExceptionItem['state'],
): ('ACCEPT' | 'DEVIATION' | 'CLOSE_DEVIATION')[] {
  if (state === 'OPEN') return ['ACCEPT', 'DEVIATION'];
  return state === 'DEVIATION' ? ['CLOSE_DEVIATION'] : [];
}
