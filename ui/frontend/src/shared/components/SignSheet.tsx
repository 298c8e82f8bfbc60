import { useCallback, useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import type { Challenge, Fault, Signature } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { useConnected } from '@/shared/live/live';
import { useSession } from '@/shared/session/session';
import { usePlantNow } from '@/shared/session/clock';
import { CredentialFields, NOBODY } from './CredentialFields';
import { ErrorPanel } from './ErrorPanel';
import { Sheet } from './Sheet';
import './sign-sheet.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** asks the server for a challenge over exactly what is shown; single use */
  ask: () => Promise<Challenge>;
  /** what is being signed, from the challenge */
  content: (challenge: Challenge) => ReactNode;
  /** sends the signed write; throws what the server refused */
  sign: (signature: Signature) => Promise<void>;
  nameOf?: (fault: Fault) => string | undefined;
  /** why an earlier try was refused, when the sheet opens again */
  refused?: unknown;
};

/** Full re-authentication on every signature (ui.md 3.5); no user is filled in on a shared tablet. */
export function SignSheet({ opened, onClose, title, ...form }: Props) {
  return (
    <Sheet opened={opened} onClose={onClose} title={title} testId="sign-sheet">
      {opened && <SignForm onClose={onClose} {...form} />}
    </Sheet>
  );
}

function SignForm(props: Omit<Props, 'opened' | 'title'>) {
  const { onClose, ask, content, sign, nameOf, refused } = props;
  const { t } = useTranslation('sign');
  const text = useText();
  const time = useTime();
  const now = usePlantNow();
  const connected = useConnected();
  const { session } = useSession();
  const [challenge, setChallenge] = useState<Challenge>();
  const [credentials, setCredentials] = useState(NOBODY);
  const [error, setError] = useState<unknown>(refused);
  const [busy, setBusy] = useState(false);
  const asking = useRef(ask);

  const renew = useCallback(async () => {
    setChallenge(undefined);
    try {
      setChallenge(await asking.current());
    } catch (problem) {
      setError(problem);
    }
  }, []);
  useEffect(() => void renew(), [renew]);
  const locked = session?.locked;
  useEffect(() => {
    if (locked) onClose();
  }, [locked, onClose]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!challenge || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const { user, password } = credentials;
      await sign({ challenge: challenge.id, user: user.trim(), password });
    } catch (problem) {
      setError(problem);
      // A challenge is single use; an unanswered one is kept so that the same request can be repeated.
      if (!(isProblem(problem) && problem.kind === 'unreachable')) await renew();
    } finally {
      setCredentials((typed) => ({ ...typed, password: '' }));
      setBusy(false);
    }
  };

  const wrong = isProblem(error) && error.code === 'SG-001';
  return (
    <form onSubmit={submit} autoComplete="off">
      <div className="sheet-scroll sign-what" tabIndex={0} role="region" aria-label={t('what')}>
        {challenge ? (
          content(challenge)
        ) : (
          <p className="muted">{t(error === undefined ? 'preparing' : 'notNow')}</p>
        )}
      </div>
      {challenge && (
        <div className="sign-meaning">
          <p>
            {t('meaningLabel')}:{' '}
            <b data-testid="sign-meaning">{t(`meaning.${challenge.meaning}`)}</b>
          </p>
          <p>
            {t('serverTime')}: <b>{time.exact(new Date(now).toISOString())}</b>{' '}
            <span className="muted">
              {t('digest')} <code>{challenge.digest.slice(0, 12)}</code>
            </span>
          </p>
          <p>{text(challenge.statement)}</p>
        </div>
      )}
      <div className="sign-two">
        <CredentialFields
          value={credentials}
          onChange={setCredentials}
          testIds={{ user: 'sign-user', password: 'sign-password' }}
        />
      </div>
      {wrong && (
        <p className="notice warn" role="alert" data-testid="sign-wrong">
          {t('wrong')}
        </p>
      )}
      {error !== undefined && !wrong && (
        <ErrorPanel error={error} write {...(nameOf && { nameOf })} />
      )}
      {!connected && <p className="notice warn">{t('lost')}</p>}
      <div className="sheet-end">
        <button type="button" className="btn" onClick={onClose} data-testid="sign-cancel">
          {t('cancel')}
        </button>
        <button
          className="btn primary"
          data-testid="sign-submit"
          disabled={busy || !challenge || !connected}
        >
          {busy ? t('signing') : t('sign')}
        </button>
      </div>
    </form>
  );
}
