import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '@/shared/api/batches';
import { batchPath, get } from '@/shared/api/client';
import { BpmnView, type Activity, type Diagram } from '@/shared/components/BpmnView';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { StepList } from './StepList';

/** The route of the batch as a diagram, and the same as a list. */
export function ProcessPanel({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const id = batch.header.id;
  const { data, error, refetch } = useQuery({
    queryKey: ['batch', id, 'process'],
    queryFn: () => get<{ diagrams: Diagram[]; activities: Activity[] }>(`${batchPath(id)}/process`),
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
