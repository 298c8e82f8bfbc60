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
  disposition?:
    Disposition | { decision: Disposition; by?: Person | string; at?: string; reason?: string };
};

export type QueueLine = BatchHeader & {
  openExceptions?: number;
  endedAt?: string;
  createdAt?: string;
};

export const reviewQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'review'],
    queryFn: () => get<Review>(`/api/reviews/${encodeURIComponent(batchId)}`),
    refetchInterval: 15_000,
  });

export const queueQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: async () => {
    const answer = await get<
      QueueLine[] | { reviews?: (QueueLine | { header: QueueLine })[]; batches?: QueueLine[] }
    >('/api/reviews');
    const list = Array.isArray(answer) ? answer : (answer.reviews ?? answer.batches ?? []);
    return list.map((line) => ('header' in line ? { ...line, ...line.header } : line));
  },
  refetchInterval: 15_000,
});
