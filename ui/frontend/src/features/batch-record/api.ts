import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';

export const recordQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'record'],
    queryFn: () => get('/api/batches/{batch}/record', { path: { batch: batchId } }),
    staleTime: 10_000,
  });
