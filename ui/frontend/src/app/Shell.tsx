import { Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LockBar } from '@/features/session/LockBar';
import { enableLive } from '@/shared/live/live';
import type { Density } from '@/shared/routing';
import { hasRole, useSession } from '@/shared/session/session';
import { DemonstrationLine } from './DemonstrationLine';
import { featureRoutes } from './features';
import { TopBar } from './TopBar';
import './shell.css';

/** Pages without a log-in. */
const OPEN = new Set(featureRoutes.filter((r) => r.open).map((r) => r.path));

/** Frame of every page: demonstration line, top bar, the page, and the lock above all. */
export function Shell() {
  const { session, loading } = useSession();
  const matches = useMatches();
  const last = matches[matches.length - 1];
  const density: Density = last?.staticData.density ?? 'desk';
  const allowed = hasRole(session, last?.staticData.roles ?? []);
  // From the address, not from the page: that one still loads when the address has changed.
  const open = useRouterState({ select: (s) => OPEN.has(s.location.pathname) });
  const locked = session?.locked ?? false;
  useRedirects(session !== undefined, loading, open);

  const loggedIn = session !== undefined;
  useEffect(() => enableLive(loggedIn && !locked), [loggedIn, locked]);
  useEffect(() => {
    // Dialogs live outside of the application's element and follow the density too.
    document.body.dataset.density = density;
  }, [density]);

  if (loading) return <div className="app" aria-busy="true" />;
  return (
    <>
      <div className="app" data-density={density} inert={locked} id="app">
        <DemonstrationLine />
        {session && <TopBar session={session} />}
        {session || open ? allowed || open ? <Outlet /> : <NotAllowed /> : null}
      </div>
      {locked && session && <LockBar session={session} />}
    </>
  );
}

function useRedirects(loggedIn: boolean, loading: boolean, open: boolean) {
  const navigate = useNavigate();
  const path = useRouterState({ select: (s) => s.location.href });
  useEffect(() => {
    if (loading) return;
    if (!loggedIn && !open) {
      const search = path === '/' ? {} : { next: path };
      void navigate({ to: '/login' as string, search, replace: true });
    }
  }, [loggedIn, loading, open, navigate, path]);
}

function NotAllowed() {
  const { t } = useTranslation('shell');
  return (
    <main className="page">
      <div className="panel stack" data-testid="not-allowed">
        <h1>{t('notAllowed.title')}</h1>
        <p>{t('notAllowed.text')}</p>
      </div>
    </main>
  );
}
