import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Person } from '@/shared/api/types';

export type AuditEvent = {
  seq: number;
  recordedAt: string;
  actor: Person | string;
  action: string;
  entity: string;
  entityId: string;
  changes?: Record<string, { before?: string; after?: string }>;
  reason?: string;
  hash: string;
};
export type Chain = { valid: boolean; length: number; head: string; firstBad?: number };
export type Audit = { events: AuditEvent[]; chain: Chain };

/** The most the server gives at once. */
export const MOST = 1000;

/** The trail of a batch, or of the site without one. */
export const auditQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['audit', batchId],
    queryFn: () =>
      get<Audit>(`/api/audit?${batchId && `batch=${encodeURIComponent(batchId)}&`}limit=${MOST}`),
  });

/** `value: 1.2 → 1.3`, one line per field. */
export function changesText(changes: AuditEvent['changes']): string {
  return Object.entries(changes ?? {})
    .map(([field, { before, after }]) =>
      before === undefined ? `${field}: ${after ?? '–'}` : `${field}: ${before} → ${after ?? '–'}`,
    )
    .join('\n');
}
