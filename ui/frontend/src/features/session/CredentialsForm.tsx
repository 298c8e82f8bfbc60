import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { CredentialFields, NOBODY } from '@/shared/components/CredentialFields';
import { ErrorPanel } from '@/shared/components/ErrorPanel';

type Props = {
  submitLabel: string;
  onSubmit: (user: string, password: string) => Promise<unknown>;
};

/** User id and password; a wrong pair is answered without saying which of them was wrong. */
export function CredentialsForm({ submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('session');
  const [credentials, setCredentials] = useState(NOBODY);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const userField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(credentials.user.trim(), credentials.password);
    } catch (problem) {
      setError(problem);
      userField.current?.focus();
    } finally {
      setCredentials((typed) => ({ ...typed, password: '' }));
      setBusy(false);
    }
  };

  const wrong = isProblem(error) && error.status === 401;
  return (
    <form className="credentials" onSubmit={submit} autoComplete="off">
      <CredentialFields
        value={credentials}
        onChange={setCredentials}
        userField={userField}
        testIds={{ user: 'user-id', password: 'password' }}
      />
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
