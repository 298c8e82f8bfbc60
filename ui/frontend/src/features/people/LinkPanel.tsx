import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordLink } from '@/shared/api/types';
import { useTime } from '@/shared/lib/time';

/** The only time anybody but the person sees the link. */
export function LinkPanel({ link, onClose }: { link: PasswordLink; onClose: () => void }) {
  const { t } = useTranslation('people');
  const time = useTime();
  const [copied, setCopied] = useState(false);
  const address = window.location.origin + link.path;
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="panel stack" data-testid="password-link">
      <h2>{t('link.title', { user: link.user })}</h2>
      <p>{t('link.explain')}</p>
      <p className="people-link" translate="no" data-testid="password-link-address">
        {address}
      </p>
      <div className="row">
        <button type="button" className="btn" onClick={copy}>
          {t(copied ? 'link.copied' : 'link.copy')}
        </button>
        <button type="button" className="btn primary" onClick={onClose}>
          {t('link.close')}
        </button>
        <span className="muted">{t('link.until', { time: time.dateTime(link.expiresAt) })}</span>
      </div>
    </section>
  );
}
