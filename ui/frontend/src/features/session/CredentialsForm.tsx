import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { ErrorPanel } from '@/shared/components/ErrorPanel';

type Props = {
  submitLabel: string;
  onSubmit: (user: string, password: string) => Promise<unknown>;
};

/** User id and password; a wrong pair is answered without saying which of them was wrong. */
export function CredentialsForm({ submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('session');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const userField = useRef<HTMLInputElement>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(user.trim(), password);
    } catch (problem) {
      setError(problem);
      userField.current?.focus();
    } finally {
      setPassword('');
      setBusy(false);
    }
  };

  const wrong = isProblem(error) && error.status === 401;
  return (
    <form className="credentials" onSubmit={submit} autoComplete="off">
      <label className="field" htmlFor={`${id}u`}>
        {t('user')}
        <input
          id={`${id}u`}
          ref={userField}
          data-testid="user-id"
          required
          value={user}
          onChange={(e) => setUser(e.target.value)}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          autoComplete="off"
        />
      </label>
      <label className="field" htmlFor={`${id}p`}>
        {t('password')}
        <input
          id={`${id}p`}
          data-testid="password"
          required
          type="password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          autoComplete="off"
        />
      </label>
      <button className="btn primary" disabled={busy} data-testid="log-in">
        {submitLabel}
      </button>
      <div className="credentials-error">
        {wrong && (
          <p className="notice warn" role="alert">
            {t('wrong')}
          </p>
        )}
        {error !== undefined && !wrong && <ErrorPanel error={error} />}
      </div>
    </form>
  );
}
