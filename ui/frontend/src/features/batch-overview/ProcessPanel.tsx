import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '@/shared/api/client';
import type { BatchView } from '@/shared/api/types';
import { BpmnView } from '@/shared/components/BpmnView';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { StepList } from './StepList';

/** The route of the batch as a diagram, and the same as a list. */
export function ProcessPanel({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const id = batch.header.id;
  const { data, error, refetch } = useQuery({
    queryKey: ['batch', id, 'process'],
    queryFn: () => get('/api/batches/{batch}/process', { path: { batch: id } }),
    refetchInterval: 30_000,
  });
  return (
    <div className="overview-process">
      <section className="overview-diagram" aria-label={t('process.title')}>
        {data && <BpmnView diagrams={data.diagrams} activities={data.activities} />}
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      </section>
      <StepList batch={batch} />
    </div>
  );
}
