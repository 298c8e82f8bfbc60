import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { batchesQuery } from '@/shared/api/batches';
import type { BatchLine, BatchState } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Glyph } from '@/shared/components/Glyph';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import './overview.css';

const STATES: BatchState[] = ['IDLE', 'RUNNING', 'HELD', 'COMPLETE', 'STOPPED', 'ABORTED'];

export default function BatchesPage() {
  const { t } = useTranslation(['batch', 'common']);
  const { data, error, refetch, isPending } = useQuery({
    ...batchesQuery,
    refetchInterval: 15_000,
  });
  const columns = useColumns();
  return (
    <main className="page stack">
      <h1>{t('list.title')}</h1>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <p className="muted">{t('loading')}</p>}
      {data && (
        <DataTable
          caption={t('list.title')}
          rows={data}
          columns={columns}
          rowKey={(b) => b.id}
          exportName="batches"
          tone={(b) =>
            b.state === 'HELD' ? 'bad' : (b.openExceptions ?? 0) > 0 ? 'warn' : undefined
          }
        />
      )}
    </main>
  );
}

function useColumns(): TableColumn<BatchLine>[] {
  const { t } = useTranslation(['batch', 'common']);
  const text = useText();
  const time = useTime();
  return useMemo(() => {
    const state = (b: BatchLine) =>
      b.disposition ? t(`disposition.${b.disposition}`) : t(`common:batchState.${b.state}`);
    const steps = (b: BatchLine) =>
      (b.currentSteps ?? []).map((s) => `${s.number} ${text(s.title)}`).join(', ');
    return [
      {
        id: 'code',
        header: t('list.code'),
        text: (b) => `${b.shortCode} ${text(b.checkWord)}`,
        cell: (b) => (
          <Link className="batch-link" to={paths.batch(b.id)}>
            <Glyph glyph={b.glyph} size={34} />
            <b>{b.shortCode}</b> {text(b.checkWord)}
          </Link>
        ),
      },
      { id: 'number', header: t('list.number'), text: (b) => b.number },
      {
        id: 'product',
        header: t('list.product'),
        text: (b) => `${text(b.product.name)} ${b.product.version}`,
      },
      { id: 'client', header: t('list.client'), text: (b) => text(b.client.name) },
      { id: 'suite', header: t('list.suite'), text: (b) => b.suite },
      {
        id: 'state',
        header: t('list.state'),
        text: state,
        choice: (b) => b.state,
        choices: STATES.map((s) => ({ value: s, label: t(`common:batchState.${s}`) })),
        cell: (b) => (b.state === 'HELD' ? <span className="tag bad">{state(b)}</span> : state(b)),
      },
      { id: 'now', header: t('list.now'), text: steps },
      {
        id: 'exceptions',
        header: t('list.exceptions'),
        text: (b) => String(b.openExceptions ?? ''),
        order: (b) => b.openExceptions ?? 0,
        numeric: true,
        cell: (b) =>
          (b.openExceptions ?? 0) > 0 ? (
            <span className="tag warn">{b.openExceptions}</span>
          ) : (
            (b.openExceptions ?? '–')
          ),
      },
      {
        id: 'started',
        header: t('list.started'),
        text: (b) => time.dateTime(b.startedAt ?? b.createdAt),
        order: (b) => b.startedAt ?? b.createdAt,
      },
    ] satisfies TableColumn<BatchLine>[];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- time and text change with the language only
  }, [t]);
}
