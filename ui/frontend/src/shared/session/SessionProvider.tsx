import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { del, get, post, setCsrfToken, setUnauthenticatedListener } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { Session } from '@/shared/api/types';
import { setPlantClock } from './clock';
import { SessionContext, type SessionAccess } from './session';
import { useIdleLock } from './useIdleLock';

/** Before the log-in the server tells only what the log-in page needs. */
type Answer = Partial<Session>;
const KEY = ['session'];

async function fetchSession(): Promise<Answer> {
  try {
    return learn(await get('/api/session'));
  } catch (error) {
    if (isProblem(error) && error.kind === 'unauthenticated') return anonymous(error.document);
    throw error;
  }
}

/** Nobody is logged in; the refusal may still tell that this is a demonstration, and its clock. */
function anonymous(document: unknown): Answer {
  const { demonstration, siteZone, clock } = (document ?? {}) as Answer;
  setPlantClock(clock);
  return { ...(demonstration && { demonstration }), ...(siteZone && { siteZone }) };
}

function learn(session: Session): Answer {
  setCsrfToken(session.csrfToken);
  setPlantClock(session.clock);
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({
    queryKey: KEY,
    queryFn: fetchSession,
    refetchInterval: 30_000,
    staleTime: 0,
  });
  const session = data?.person ? (data as Session) : undefined;

  const send = useCallback(
    async (change: () => Promise<unknown>): Promise<Session> => {
      await queries.cancelQueries({ queryKey: KEY });
      await change();
      // The token may change with the session: ask again instead of trusting an older answer.
      const fresh = await fetchSession();
      queries.setQueryData(KEY, fresh);
      return fresh as Session;
    },
    [queries],
  );

  const access = useMemo<SessionAccess>(
    () => ({
      session,
      demonstration: data?.demonstration ?? false,
      loading: isPending,
      logIn: (user, password) => send(() => post('/api/session', { body: { user, password } })),
      logOut: async () => {
        await send(() => del('/api/session'));
        queries.removeQueries({ predicate: (q) => q.queryKey[0] !== KEY[0] });
      },
      lock: async () => {
        // Locked on this side at once: a lost connection must not leave the screen open.
        queries.setQueryData(KEY, (old: Answer | undefined) => ({ ...old, locked: true }));
        await post('/api/session/lock').catch(() => undefined);
      },
      unlock: async (user, password) => {
        const fresh = await send(() => post('/api/session/unlock', { body: { user, password } }));
        await queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== KEY[0] });
        return fresh;
      },
    }),
    [session, data?.demonstration, isPending, send, queries],
  );

  useEffect(() => {
    setUnauthenticatedListener(() => void queries.invalidateQueries({ queryKey: KEY }));
  }, [queries]);
  useIdleLock(session !== undefined && !session.locked, session?.idleLockSeconds, access.lock);

  return <SessionContext value={access}>{children}</SessionContext>;
}
