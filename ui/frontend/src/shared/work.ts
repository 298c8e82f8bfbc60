import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get } from './api/client';
import { useLiveEvent } from './live/live';
import { useSession } from './session/session';

/** The worklist: asked again when the server says it changed, and once a minute in case it could not. */
export function useWork() {
  const { session } = useSession();
  const queries = useQueryClient();
  const changed = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['work'] }),
    [queries],
  );
  useLiveEvent('work', changed);
  return useQuery({
    queryKey: ['work', session?.person.id],
    queryFn: () => get('/api/work'),
    enabled: session !== undefined && !session.locked,
    refetchInterval: 60_000,
  });
}
