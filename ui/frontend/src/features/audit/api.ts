import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { AuditEntry } from '@/shared/api/types';

/** The most the server gives at once. */
export const MOST = 1000;

/** The trail of a batch, or of the site without one. */
export const auditQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['audit', batchId],
    queryFn: () =>
      get('/api/audit', { query: { limit: MOST, ...(batchId !== '' && { batch: batchId }) } }),
  });

/** `value: 1.2 → 1.3`, one line per field. */
export function changesText(changes: AuditEntry['changes']): string {
  return Object.entries(changes)
    .map(([field, { before, after }]) =>
      before === undefined ? `${field}: ${after ?? '–'}` : `${field}: ${before} → ${after ?? '–'}`,
    )
    .join('\n');
}
