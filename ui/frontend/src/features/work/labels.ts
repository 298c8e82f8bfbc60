import type { WorkItem } from '@/shared/api/types';

/** The most pressing work of the batch a scanned label (`COI/container`) belongs to. */
export function itemOfLabel(items: WorkItem[], code: string): WorkItem | undefined {
  const coi = code.split('/')[0];
  const ofBatch = items.filter((i) => i.batch.coi === coi);
  return ofBatch.find((i) => i.action !== 'LOOK') ?? ofBatch[0];
}
