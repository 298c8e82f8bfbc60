import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { batchQuery } from '@/shared/api/batches';
import type { BatchView } from '@/shared/api/types';
import { useLiveEvent } from '@/shared/live/live';
import { paths } from '@/shared/routing';
import { hasRole, useSession } from '@/shared/session/session';
import './batch-frame.css';
import { ErrorPanel } from './ErrorPanel';
import { IdentityBanner } from './IdentityBanner';

export type BatchTab = 'overview' | 'trends' | 'record' | 'review' | 'audit';
type Props = { batchId: string; tab: BatchTab; children: (batch: BatchView) => ReactNode };

/** What every page of one batch has: whose material it is, and the way to its other pages. */
export function BatchFrame({ batchId, tab, children }: Props) {
  const { t } = useTranslation('batch');
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(batchQuery(batchId));
  const changed = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['batch', batchId] }),
    [queries, batchId],
  );
  useLiveEvent('work', changed);
  useLiveEvent('connection', changed);
  return (
    <>
      {data && <IdentityBanner header={data.header} />}
      <BatchTabs batchId={batchId} tab={tab} />
      <main className="page">
        {data ? (
          children(data)
        ) : error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <p className="muted">{t('loading')}</p>
        )}
      </main>
    </>
  );
}

function BatchTabs({ batchId, tab }: { batchId: string; tab: BatchTab }) {
  const { t } = useTranslation('batch');
  const { session } = useSession();
  const to: Record<BatchTab, string> = {
    overview: paths.batch(batchId),
    trends: paths.trends(batchId),
    record: paths.record(batchId),
    review: paths.review(batchId),
    audit: paths.audit,
  };
  const mayReview = hasRole(session, ['QA']);
  const shown = (Object.keys(to) as BatchTab[]).filter((x) => x !== 'review' || mayReview);
  return (
    <nav className="batch-tabs" aria-label={t('pages')}>
      {shown.map((x) => (
        <Link
          key={x}
          to={to[x]}
          search={(x === 'audit' ? { batch: batchId } : {}) as never}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={x === tab ? 'page' : undefined}
        >
          {t(`tab.${x}`)}
        </Link>
      ))}
    </nav>
  );
}
