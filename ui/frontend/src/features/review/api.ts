import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { QueueLine } from '@/shared/api/types';

export const NEEDS = ['REVIEW', 'DISPOSITION', 'REJECTION'] as const satisfies QueueLine['need'][];

export const reviewQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'review'],
    queryFn: () => get('/api/reviews/{batch}', { path: { batch: batchId } }),
    refetchInterval: 15_000,
  });

export const queueQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: async () => (await get('/api/reviews')).reviews,
  refetchInterval: 15_000,
});
