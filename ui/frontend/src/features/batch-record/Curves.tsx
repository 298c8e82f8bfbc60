import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '@/shared/api/batches';
import { useLanes } from '@/shared/components/trend/useLanes';
import { useReasonText } from '@/shared/components/trend/useReasonText';
import { TrendLanes } from '@/shared/components/TrendLanes';
import { tagOf } from '@/shared/lib/tagOf';
import { plantNowMs } from '@/shared/session/clock';
import { useSession } from '@/shared/session/session';
import type { RecordUnitProcedure } from './api';

/** The curves whose tags this unit procedure recorded from, over its whole length. */
export function Curves({
  unitProcedure: u,
  batch,
}: {
  unitProcedure: RecordUnitProcedure;
  batch: BatchView;
}) {
  const { t } = useTranslation('record');
  const { session } = useSession();
  const reasonText = useReasonText();
  const tags = useMemo(() => {
    const found = u.steps.flatMap((s) => s.parameters.map((p) => tagOf(p.source, batch.equipment)));
    return [...new Set(found.filter((x): x is string => x !== undefined))];
  }, [u.steps, batch.equipment]);
  const { lanes, span } = useLanes(
    u.startedAt ? tags : NONE,
    `record ${u.id} ${u.endedAt ?? ''}`,
    () => ({ from: u.startedAt ?? '', to: u.endedAt ?? new Date(plantNowMs()).toISOString() }),
    false,
  );
  const window = useMemo<[number, number] | undefined>(
    () => span && [Date.parse(span.from) / 1000, Date.parse(span.to) / 1000],
    [span],
  );
  if (lanes.length === 0 || !window) return null;
  return (
    <section className="record-curves">
      <h3>{t('curves')}</h3>
      <TrendLanes
        lanes={lanes}
        window={window}
        zone={session?.siteZone ?? 'Asia/Tokyo'}
        reasonText={reasonText}
      />
    </section>
  );
}

const NONE: string[] = [];
