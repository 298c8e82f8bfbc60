import { queryOptions } from '@tanstack/react-query';
import type { Disposition, ExceptionItem } from '@/shared/api/batches';
import { get } from '@/shared/api/client';
import type { BatchHeader, Person, SignatureMeaning, Text } from '@/shared/api/types';

export type Blocker = {
  code: string;
  text: Text;
  count: number;
  solver: Text | string;
  evidence?: string[];
};
export type Coverage = {
  id: string;
  name: Text;
  good: number;
  total: number;
  detail?: Text | string;
};
export type ReviewSignature = { by: Person | string; at: string; meaning: SignatureMeaning };

/** Answer of GET /api/reviews/{batchId}. */
export type Review = {
  header: BatchHeader;
  verdict: { releasable: boolean; blockers: Blocker[] };
  coverage: Coverage[];
  exceptions: ExceptionItem[];
  reviews: ReviewSignature[];
  disposition?: { decision: Disposition; reason?: string; by: Person | string; at: string };
};

export const NEEDS = ['REVIEW', 'DISPOSITION', 'REJECTION'] as const;
export type QueueLine = {
  header: BatchHeader;
  need: (typeof NEEDS)[number];
  openExceptions: number;
  since: string;
  endedAt?: string;
};

export const reviewQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'review'],
    queryFn: () => get<Review>(`/api/reviews/${encodeURIComponent(batchId)}`),
    refetchInterval: 15_000,
  });

export const queueQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: async () => (await get<{ reviews: QueueLine[] }>('/api/reviews')).reviews,
  refetchInterval: 15_000,
});
