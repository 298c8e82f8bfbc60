import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/shared/api/types';
import { LockIcon, WarnIcon } from '@/shared/components/Icons';
import { setLanguage, useLanguage, useText } from '@/shared/i18n';
import { languages } from '@/shared/i18n/languages';
import { useConnected } from '@/shared/live/live';
import { hasRole, useSession } from '@/shared/session/session';
import { ExceptionsChip, TimerChip } from './chips';
import { featureRoutes } from './features';

/** A role sees at most five entries (ui.md 4). */
const MAX_ENTRIES = 5;

export function TopBar({ session }: { session: Session }) {
  const { t } = useTranslation(['shell', 'nav']);
  const { lock } = useSession();
  const text = useText();
  const entries = featureRoutes
    .filter((r) => r.nav && hasRole(session, r.nav.roles))
    .filter((r) => !r.nav?.demonstration || session.demonstration)
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
    .slice(0, MAX_ENTRIES);
  const [role] = session.person.roles;
  return (
    <header className="top" data-testid="top-bar">
      <nav aria-label={t('navigation')}>
        {entries.map((r) => (
          <Link key={r.path} to={r.path as string} data-testid={`nav-${r.nav?.key}`}>
            {t(`nav:${r.nav?.key}`)}
          </Link>
        ))}
      </nav>
      <div className="top-state">
        <TimerChip />
        <ExceptionsChip session={session} />
        {!session.locked && <Connection />}
      </div>
      <span className="top-user" data-testid="user">
        <b>{text(session.person.name)}</b>
        <span className="muted">{role && t(`common:role.${role}`)}</span>
      </span>
      <LanguageButton />
      <button type="button" className="btn" onClick={() => void lock()} data-testid="lock">
        <LockIcon /> <span className="wide-only">{t('lock')}</span>
        <span className="sr narrow-only">{t('lock')}</span>
      </button>
    </header>
  );
}

function Connection() {
  const { t } = useTranslation('shell');
  const connected = useLastingConnection();
  return (
    <span role="status" data-testid="connection" data-connected={connected}>
      {!connected && (
        <span className="tag bad">
          <WarnIcon size={20} /> {t('lost')}
        </span>
      )}
    </span>
  );
}

/** The stream needs a moment after log-in and page load; only a lasting gap is news. */
function useLastingConnection(): boolean {
  const connected = useConnected();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(connected), connected ? 0 : 2000);
    return () => clearTimeout(timer);
  }, [connected]);
  return shown;
}

export function LanguageButton() {
  const language = useLanguage();
  const next = languages[(languages.findIndex((l) => l.id === language) + 1) % languages.length];
  if (!next) return null;
  return (
    <button
      type="button"
      className="btn"
      lang={next.id}
      onClick={() => setLanguage(next.id)}
      data-testid="language"
    >
      {next.name}
    </button>
  );
}
