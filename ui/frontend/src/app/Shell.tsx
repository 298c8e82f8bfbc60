import { Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LockBar } from '@/features/session/LockBar';
import { enableLive } from '@/shared/live/live';
import type { Density } from '@/shared/routing';
import { hasRole, useSession } from '@/shared/session/session';
import { DemonstrationLine } from './DemonstrationLine';
import { TopBar } from './TopBar';
import './shell.css';

/** Frame of every page: demonstration line, top bar, the page, and the lock above all. */
export function Shell() {
  const { session, loading } = useSession();
  const matches = useMatches();
  const last = matches[matches.length - 1];
  const density: Density = last?.staticData.density ?? 'desk';
  const allowed = hasRole(session, last?.staticData.roles ?? []);
  const open = last?.staticData.open ?? false;
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
