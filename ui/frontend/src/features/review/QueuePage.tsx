import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QueueLine } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { NEEDS, queueQuery } from './api';
import './review.css';
import './texts';

/** Batches that wait for quality assurance. */
export default function QueuePage() {
  const { t } = useTranslation(['review', 'common']);
  const text = useText();
  const time = useTime();
  const { data, error, refetch } = useQuery(queueQuery);
  const columns: TableColumn<QueueLine>[] = [
    {
      id: 'code',
      header: t('queue.code'),
      text: ({ header: b }) => `${b.shortCode} ${text(b.checkWord)}`,
      cell: ({ header: b }) => (
        <Link className="review-link" to={paths.review(b.id)}>
          <b>{b.shortCode}</b>&nbsp;{text(b.checkWord)}
        </Link>
      ),
    },
    {
      id: 'need',
      header: t('queue.need'),
      text: (w) => t(`need.${w.need}`),
      choice: (w) => w.need,
      choices: NEEDS.map((n) => ({ value: n, label: t(`need.${n}`) })),
    },
    {
      id: 'since',
      header: t('queue.since'),
      text: (w) => time.dateTime(w.since),
      order: (w) => w.since,
    },
    {
      id: 'open',
      header: t('queue.open'),
      text: (w) => String(w.openExceptions),
      order: (w) => w.openExceptions,
      numeric: true,
    },
    { id: 'number', header: t('queue.number'), text: (w) => w.header.number },
    {
      id: 'product',
      header: t('queue.product'),
      text: ({ header: b }) => `${text(b.product.name)} ${b.product.version}`,
    },
    { id: 'client', header: t('queue.client'), text: (w) => text(w.header.client.name) },
    {
      id: 'state',
      header: t('queue.state'),
      text: (w) => t(`common:batchState.${w.header.state}`),
    },
  ];
  return (
    <main className="page stack">
      <h1>{t('queue.title')}</h1>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && (
        <DataTable
          caption={t('queue.title')}
          rows={data}
          columns={columns}
          rowKey={(w) => w.header.id}
          exportName="reviews"
        />
      )}
    </main>
  );
}
