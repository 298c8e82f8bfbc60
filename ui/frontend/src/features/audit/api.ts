import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { AuditEntry } from '@/shared/api/types';

/** Entries of one page; older ones come when asked for. */
const PAGE = 200;

/** What the server looks for; empty: everything. */
export type AuditFilter = {
  batch: string;
  person: string;
  action: string;
  entity: string;
  text: string;
};

/** Only what is set: the address of the export and of the question are the same. */
export function given(filter: AuditFilter): Partial<AuditFilter> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** The trail of a batch, or of the site without one, newest first. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      get('/api/audit', {
        query: { ...given(filter), limit: PAGE, ...(pageParam !== 0 && { before: pageParam }) },
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? null,
  });

/** Whether the chain is whole; the server recomputes all of it. */
export const chainQuery = (batch: string) =>
  queryOptions({
    queryKey: ['audit', 'chain', batch],
    queryFn: () => get('/api/audit/chain', { query: batch === '' ? {} : { batch } }),
  });

/** Everything the filter lets through, as the server writes it. */
export const exportAddress = (filter: AuditFilter) =>
  `/api/audit.csv?${new URLSearchParams(given(filter)).toString()}`;

/** How far the log of all chains is sealed. */
export const checkpointQuery = queryOptions({
  queryKey: ['trail', 'checkpoint'],
  queryFn: () => get('/api/trail/checkpoint'),
  refetchInterval: 15_000,
});

/** `value: 1.2 → 1.3`, one line per field. */
export function changesText(changes: AuditEntry['changes']): string {
  return Object.entries(changes)
    .map(([field, { before, after }]) =>
      before === undefined ? `${field}: ${after ?? '–'}` : `${field}: ${before} → ${after ?? '–'}`,
    )
    .join('\n');
}
