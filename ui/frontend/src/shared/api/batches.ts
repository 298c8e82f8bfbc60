import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { BatchException } from './types';

/** The server gives at most this many. */
const MOST = 500;

export const batchesQuery = queryOptions({
  queryKey: ['batches'],
  queryFn: async () => (await get('/api/batches', { query: { limit: MOST } })).batches,
  refetchInterval: 15_000,
});

export const batchQuery = (batch: string) =>
  queryOptions({
    queryKey: ['batch', batch],
    queryFn: () => get('/api/batches/{batch}', { path: { batch } }),
    refetchInterval: 15_000,
  });

export const exceptionsQuery = (batch: string) =>
  queryOptions({
    queryKey: ['batch', batch, 'exceptions'],
    queryFn: async () =>
      (await get('/api/batches/{batch}/exceptions', { path: { batch } })).exceptions,
  });

/** `E-3`: short enough for a mark in a diagram, and never taken for a value. */
export const exceptionName = (e: Pick<BatchException, 'number'>): string => `E-${e.number}`;
