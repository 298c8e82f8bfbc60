import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/shared/api/types';
import { LockIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';
import { CredentialsForm } from './CredentialsForm';
import './session.css';

/**
 * The lock keeps step, banner, timers and typed values in sight but takes no input: a band under the identity
 * banner, and everything else inert. The same person goes on; another person is a user change.
 */
export function LockBar({ session }: { session: Session }) {
  const { t } = useTranslation('session');
  const { unlock } = useSession();
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [top] = useState(() => {
    const above = document.querySelector('.ident') ?? document.querySelector('.top');
    return Math.round(above?.getBoundingClientRect().bottom ?? 0);
  });
  useEffect(() => {
    // Open dialogs stand beside the application in the document: they get no input either.
    const others = [...document.body.children].filter((e) => !e.contains(bar.current));
    for (const other of others) other.toggleAttribute('inert', true);
    bar.current?.querySelector('input')?.focus();
    return () => others.forEach((other) => other.toggleAttribute('inert', false));
  }, []);
  return createPortal(
    <div className="lock-shade" data-density="glove">
      <div
        ref={bar}
        className="lock-bar"
        role="dialog"
        aria-modal="true"
        aria-labelledby="lock-title"
        style={{ top }}
        data-testid="lock-bar"
      >
        <h2 id="lock-title">
          <LockIcon /> {t('locked', { name: text(session.person.name) })}
        </h2>
        <CredentialsForm submitLabel={t('unlock')} onSubmit={unlock} />
        <p className="muted">{t('otherPerson')}</p>
      </div>
    </div>,
    document.body,
  );
}
