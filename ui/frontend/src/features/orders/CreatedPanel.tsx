import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Ordered } from '@/shared/api/types';
import { CheckIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/routing';

/** What the labels must show from now on. */
export function CreatedPanel({ created, onAnother }: { created: Ordered; onAnother: () => void }) {
  const { t } = useTranslation(['orders', 'common']);
  const text = useText();
  return (
    <section className="panel stack" role="status" data-testid="order-created">
      <p className="orders-done">
        <CheckIcon /> {t('created')}
      </p>
      <dl className="facts orders-created">
        <dt>{t('common:identity.code')}</dt>
        <dd className="orders-code">{created.shortCode}</dd>
        <dt>{t('common:identity.word')}</dt>
        <dd className="orders-code">{text(created.checkWord)}</dd>
        <dt>{t('common:identity.batch')}</dt>
        <dd>{created.number}</dd>
        <dt>{t('common:identity.coi')}</dt>
        <dd>{created.coi}</dd>
      </dl>
      <div className="row">
        <Link className="btn primary" to={paths.batch(created.batchId)}>
          {t('toBatch')}
        </Link>
        <button type="button" className="btn" onClick={onAnother}>
          {t('another')}
        </button>
      </div>
    </section>
  );
}
