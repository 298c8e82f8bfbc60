import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exceptionName, exceptionsQuery } from '@/shared/api/batches';
import { equipmentQuery } from '@/shared/api/equipment';
import type { BatchView } from '@/shared/api/types';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useUrlValues } from '@/shared/components/table/urlState';
import { EquipmentTrend } from '@/shared/components/trend/EquipmentTrend';
import { useText } from '@/shared/i18n';
import './trends.css';
import './texts';

export default function TrendsPage() {
  const { batchId = '' } = useParams({ strict: false }) as { batchId?: string };
  return (
    <BatchFrame batchId={batchId} tab="trends">
      {(batch) => <Trends batch={batch} />}
    </BatchFrame>
  );
}

/** Did the process stay inside? The bioreactor first, the other equipment of the batch one choice away. */
function Trends({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('trends');
  const text = useText();
  const { value, set } = useUrlValues();
  const first = batch.equipment.find((e) => e.role.includes('bioreactor')) ?? batch.equipment[0];
  const chosen = value('equipment') || (first?.equipmentId ?? '');
  const { data, error, refetch } = useQuery(equipmentQuery(chosen));
  const { data: exceptions } = useQuery(exceptionsQuery(batch.header.id));
  const marks = useMemo(
    () =>
      (exceptions ?? [])
        .filter((e) => e.severity !== 'INFO')
        .map((e) => ({ at: Date.parse(e.openedAt) / 1000, label: exceptionName(e) })),
    [exceptions],
  );
  const equipmentChoice = (
    <label className="trends-choice">
      <span className="trends-label">{t('equipment')}</span>
      <select
        className="input trends-equipment"
        value={chosen}
        onChange={(e) => set({ equipment: e.target.value, tags: undefined })}
      >
        {batch.equipment.map((e) => (
          <option key={e.role} value={e.equipmentId}>
            {e.equipmentId} {text(e.name)}
          </option>
        ))}
      </select>
    </label>
  );
  if (!first) return <p className="empty">{t('none')}</p>;
  return (
    <div className="stack">
      <h1 className="sr">{t('title')}</h1>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data ? (
        <EquipmentTrend
          key={data.id}
          equipment={data}
          start={batch.createdAt}
          end={batch.endedAt}
          exportName={`${batch.header.number}-${data.id}`}
          marks={marks}
          tools={equipmentChoice}
        />
      ) : (
        equipmentChoice
      )}
    </div>
  );
}
