import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exceptionName } from '@/shared/api/batches';
import { get } from '@/shared/api/client';
import type { BatchView, BatchException } from '@/shared/api/types';
import { useLanes } from '@/shared/components/trend/useLanes';
import { useReasonText } from '@/shared/components/trend/useReasonText';
import { TrendLanes } from '@/shared/components/TrendLanes';
import { useSession } from '@/shared/session/session';
import { AROUND_MS, involvedTag } from './excerpt';

/** The curve around the moment, where a tag was involved. */
export function TrendExcerpt({
  batch,
  exception,
}: {
  batch: BatchView;
  exception: BatchException;
}) {
  const { t } = useTranslation('review');
  const { session } = useSession();
  const reasonText = useReasonText();
  const needsStep = exception.step !== undefined && exception.parameter !== undefined;
  const step = useQuery({
    queryKey: ['batch', batch.header.id, 'step', exception.step],
    queryFn: () =>
      get('/api/batches/{batch}/steps/{step}', {
        path: { batch: batch.header.id, step: exception.step ?? '' },
      }),
    enabled: needsStep,
    staleTime: 60_000,
  });
  const tag = involvedTag(exception, step.data, batch.equipment);
  const at = Date.parse(exception.openedAt);
  const tags = useMemo(() => (tag ? [tag] : []), [tag]);
  const { lanes } = useLanes(
    tags,
    exception.id,
    () => ({
      from: new Date(at - AROUND_MS).toISOString(),
      to: new Date(at + AROUND_MS).toISOString(),
    }),
    false,
  );
  const window = useMemo<[number, number]>(
    () => [(at - AROUND_MS) / 1000, (at + AROUND_MS) / 1000],
    [at],
  );
  const label = exceptionName(exception);
  const marks = useMemo(() => [{ at: at / 1000, label }], [at, label]);
  if (!tag || lanes.length === 0) return null;
  return (
    <figure className="excerpt">
      <figcaption className="muted">{t('excerpt', { tag })}</figcaption>
      <TrendLanes
        lanes={lanes}
        window={window}
        zone={session?.siteZone ?? 'Asia/Tokyo'}
        marks={marks}
        reasonText={reasonText}
      />
    </figure>
  );
}
