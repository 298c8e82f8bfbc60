import type { BatchView, ExceptionItem } from '@/shared/api/batches';
import type { StepView } from '@/shared/api/types';
import { tagOf } from '@/shared/lib/tagOf';

/** Half an hour before and after: long enough to see where it came from and whether it stayed. */
export const AROUND_MS = 30 * 60_000;

/** The tag that was involved: named by the exception, or the source of the parameter it is about. */
export function involvedTag(
  exception: Pick<ExceptionItem, 'tag' | 'parameter'>,
  step: Pick<StepView, 'parameters'> | undefined,
  equipment: BatchView['equipment'],
): string | undefined {
  if (exception.tag) return exception.tag;
  const source = step?.parameters.find((p) => p.id === exception.parameter)?.source;
  return source && tagOf(source, equipment);
}
