import type { BatchView, BatchException, StepView } from '@/shared/api/types';
import { tagOf } from '@/shared/lib/tagOf';

/** Half an hour before and after: long enough to see where it came from and whether it stayed. */
export const AROUND_MS = 30 * 60_000;

/** The tag that was involved: the source of the parameter the exception is about. */
export function involvedTag(
  exception: Pick<BatchException, 'parameter'>,
  step: Pick<StepView, 'parameters'> | undefined,
  equipment: BatchView['equipment'],
): string | undefined {
  const source = step?.parameters.find((p) => p.id === exception.parameter)?.source;
  return source && tagOf(source, equipment);
}
