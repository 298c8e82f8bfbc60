import { createContext, useContext } from 'react';
import type { Role, Session } from '@/shared/api/types';

export type SessionAccess = {
  /** undefined while nobody is logged in */
  session: Session | undefined;
  /** what the server tells before anyone logs in */
  demonstration: boolean;
  loading: boolean;
  logIn: (user: string, password: string) => Promise<Session>;
  logOut: () => Promise<void>;
  lock: () => Promise<void>;
  unlock: (user: string, password: string) => Promise<Session>;
};

export const SessionContext = createContext<SessionAccess | undefined>(undefined);

export function useSession(): SessionAccess {
  const access = useContext(SessionContext);
  if (!access) throw new Error('useSession outside of SessionProvider');
  return access;
}

/** For pages that only exist behind the log-in. */
export function usePerson(): Session['person'] {
  const { session } = useSession();
  if (!session) throw new Error('nobody is logged in');
  return session.person;
}

export const hasRole = (session: Session | undefined, roles: readonly Role[]): boolean =>
  roles.length === 0 || (session?.person.roles.some((r) => roles.includes(r)) ?? false);
