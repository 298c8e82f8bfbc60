import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage, useLanguage } from '@/shared/i18n';
import { languages } from '@/shared/i18n/languages';
import { useSession } from '@/shared/session/session';
import { CredentialsForm } from './CredentialsForm';
import './session.css';

/** Where to go after the log-in; only a path of this site. */
const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?!\/)/.test(next) && !next.startsWith('/login') ? next : '/';

export default function LoginPage() {
  const { t } = useTranslation('session');
  const { session, logIn } = useSession();
  const navigate = useNavigate();
  const search: { next?: unknown } = useSearch({ strict: false });
  const current = useLanguage();
  const next = safeNext(search.next);
  useEffect(() => {
    if (session) void navigate({ to: next as string, replace: true });
  }, [session, navigate, next]);
  return (
    <main className="page login">
      <div className="panel stack">
        <h1>Kizuna MES</h1>
        <p className="muted">{t('who')}</p>
        <CredentialsForm submitLabel={t('logIn')} onSubmit={logIn} />
        <div className="row" role="group" aria-label={t('language')}>
          {languages.map((l) => (
            <button
              key={l.id}
              type="button"
              className="btn grow"
              lang={l.id}
              aria-pressed={l.id === current}
              onClick={() => setLanguage(l.id)}
            >
              {l.name}
            </button>
          ))}
        </div>
      </div>
    </main>
  );
}
