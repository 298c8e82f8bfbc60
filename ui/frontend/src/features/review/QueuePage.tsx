import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { queueQuery, type QueueLine } from './api';
import './review.css';

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
      text: (b) => `${b.shortCode} ${text(b.checkWord)}`,
      cell: (b) => (
        <Link className="review-link" to={paths.review(b.id)}>
          <b>{b.shortCode}</b>&nbsp;{text(b.checkWord)}
        </Link>
      ),
    },
    { id: 'number', header: t('queue.number'), text: (b) => b.number },
    {
      id: 'product',
      header: t('queue.product'),
      text: (b) => `${text(b.product.name)} ${b.product.version}`,
    },
    { id: 'client', header: t('queue.client'), text: (b) => text(b.client.name) },
    { id: 'state', header: t('queue.state'), text: (b) => t(`common:batchState.${b.state}`) },
    {
      id: 'open',
      header: t('queue.open'),
      text: (b) => (b.openExceptions === undefined ? '' : String(b.openExceptions)),
      order: (b) => b.openExceptions ?? 0,
      numeric: true,
    },
    {
      id: 'ended',
      header: t('queue.ended'),
      text: (b) => time.dateTime(b.endedAt),
      order: (b) => b.endedAt ?? '',
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
          rowKey={(b) => b.id}
          exportName="reviews"
        />
      )}
    </main>
  );
}
