import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => get('/api/people'),
});
