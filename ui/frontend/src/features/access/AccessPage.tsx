import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '@/shared/api/client';
import type { AccessLink, NewAdministrator } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { CheckIcon } from '@/shared/components/Icons';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import './access.css';
import './texts';

/** Behind a one-time link: a person sets the own password, or makes the first administrator. */
export default function AccessPage() {
  const { t } = useTranslation('access');
  // Behind the # it never reaches a server by itself.
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState<string>();
  const { data, error } = useQuery({
    queryKey: ['access', token],
    queryFn: () => post('/api/access-links/views', { body: { token } }),
    retry: false,
    enabled: token !== '',
  });
  return (
    <main className="page access">
      <div className="panel stack">
        {done ? (
          <Done user={done} />
        ) : (
          <>
            <h1>{t(data && !data.person ? 'setUp' : 'title')}</h1>
            {token === '' && <p>{t('noToken')}</p>}
            {error && <ErrorPanel error={error} />}
            {data && <AccessForm token={token} link={data} onDone={setDone} />}
          </>
        )}
      </div>
    </main>
  );
}

function Done({ user }: { user: string }) {
  const { t } = useTranslation('access');
  return (
    <>
      <h1>
        <CheckIcon /> {t('done')}
      </h1>
      <p role="status" data-testid="access-done">
        {t('doneFor', { user })}
      </p>
      <Link className="btn primary" to={paths.login}>
        {t('toLogIn')}
      </Link>
    </>
  );
}

type FormProps = { token: string; link: AccessLink; onDone: (user: string) => void };
const NOBODY: NewAdministrator = { user: '', nameEn: '', nameJa: '' };

function AccessForm({ token, link, onDone }: FormProps) {
  const { t } = useTranslation('access');
  const person = usePersonText();
  const time = useTime();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [administrator, setAdministrator] = useState(NOBODY);
  const send = useMutation({
    mutationFn: () =>
      post('/api/access-links/uses', {
        body: { token, password, ...(!link.person && { administrator }) },
      }),
    onSuccess: ({ user }) => onDone(user),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} data-testid="access-form">
      {link.person ? (
        <p>
          {t('for')} <b>{person(link.person)}</b> <span translate="no">({link.person.id})</span>
        </p>
      ) : (
        <AdministratorFields value={administrator} onChange={setAdministrator} />
      )}
      <label className="field">
        {t('password')}
        <input
          required
          data-testid="access-password"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          aria-describedby="password-hint"
        />
        <span id="password-hint" className="access-hint">
          {t('hint', { min: link.passwordMin, count: [...password].length })}
        </span>
      </label>
      <label className="access-show">
        <input type="checkbox" checked={shown} onChange={(e) => setShown(e.target.checked)} />
        {t('show')}
      </label>
      {send.error && <ErrorPanel error={send.error} write />}
      <div className="row">
        <button
          className="btn primary"
          disabled={send.isPending || [...password].length < link.passwordMin}
          data-testid="access-submit"
        >
          {t(link.person ? 'set' : 'make')}
        </button>
        <span className="muted">{t('until', { time: time.dateTime(link.expiresAt) })}</span>
      </div>
    </form>
  );
}

type FieldsProps = { value: NewAdministrator; onChange: (value: NewAdministrator) => void };

function AdministratorFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation('access');
  return (
    <>
      <p>{t('setUpExplain')}</p>
      {(['user', 'nameEn', 'nameJa'] as const).map((field) => (
        <label key={field} className="field">
          {t(`field.${field}`)}
          <input
            required
            data-testid={`access-${field}`}
            maxLength={field === 'user' ? 40 : 120}
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={value[field]}
            onChange={(e) => onChange({ ...value, [field]: e.target.value })}
          />
        </label>
      ))}
    </>
  );
}
