import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { batchQuery } from '@/shared/api/batches';
import { CheckIcon } from '@/shared/components/Icons';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/routing';
import type { Created } from './api';

/** What the labels must show from now on. */
export function CreatedPanel({ created, onAnother }: { created: Created; onAnother: () => void }) {
  const { t } = useTranslation(['orders', 'common']);
  const text = useText();
  const { data: batch } = useQuery(batchQuery(created.batchId));
  const code = created.shortCode ?? batch?.header.shortCode;
  const word = created.checkWord ?? batch?.header.checkWord;
  return (
    <section className="panel stack" role="status" data-testid="order-created">
      <p className="orders-done">
        <CheckIcon /> {t('created')}
      </p>
      <dl className="facts orders-created">
        <dt>{t('common:identity.code')}</dt>
        <dd className="orders-code">{code}</dd>
        <dt>{t('common:identity.word')}</dt>
        <dd className="orders-code">{text(word)}</dd>
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
