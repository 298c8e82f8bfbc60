import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { equipmentQuery, isAtRest } from '@/shared/api/equipment';
import type { Equipment } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { EquipmentTrend } from '@/shared/components/trend/EquipmentTrend';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { useLiveEvent } from '@/shared/live/live';
import { paths } from '@/shared/routing';
import { plantNowMs } from '@/shared/session/clock';
import { ConnectionMark } from './ConnectionMark';
import { TagTable } from './TagTable';
import { unitState } from './unitState';
import './equipment.css';

/** The historian of the demonstration keeps the last days; older spans are asked for by the buttons. */
const SHOWN_MS = 3 * 86_400_000;

export default function EquipmentPage() {
  const { equipmentId = '' } = useParams({ strict: false }) as { equipmentId?: string };
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(equipmentQuery(equipmentId));
  const changed = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['equipment', equipmentId] }),
    [queries, equipmentId],
  );
  useLiveEvent('connection', changed);
  return (
    <main className="page stack">
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && <Detail key={data.id} equipment={data} />}
    </main>
  );
}

function Detail({ equipment }: { equipment: Equipment }) {
  const { t } = useTranslation('equipment');
  const text = useText();
  const time = useTime();
  const [start] = useState(() => new Date(plantNowMs() - SHOWN_MS).toISOString());
  return (
    <>
      <div className="row">
        <Link className="btn" to={paths.equipment}>
          {t('back')}
        </Link>
        <h1>
          {equipment.id} {text(equipment.name)}
        </h1>
        <ConnectionMark connection={equipment.connection} />
        <span className="muted">
          {[unitState(equipment, t), equipment.program].filter(Boolean).join(' · ')}{' '}
          {equipment.calibrationDue &&
            t('calibration', { time: time.date(equipment.calibrationDue) })}
        </span>
        {equipment.batch && (
          <Link className="btn" to={paths.batch(equipment.batch.id)}>
            {t('column.batch')} {equipment.batch.shortCode}
          </Link>
        )}
      </div>
      <section className="stack" aria-label={t('trend')}>
        <h2>{t('trend')}</h2>
        <EquipmentTrend
          equipment={equipment}
          start={start}
          initial="h6"
          exportName={equipment.id}
          limited={!isAtRest(equipment)}
        />
      </section>
      <section className="stack">
        <h2>{t('tags')}</h2>
        <TagTable equipment={equipment} />
      </section>
      <section className="stack">
        <h2>{t('history')}</h2>
        <History equipment={equipment} />
      </section>
    </>
  );
}

function History({ equipment }: { equipment: Equipment }) {
  const { t } = useTranslation('equipment');
  const time = useTime();
  const columns: TableColumn<NonNullable<Equipment['history']>[number]>[] = [
    { id: 'at', header: t('column.at'), text: (h) => time.exact(h.at), order: (h) => h.at },
    { id: 'change', header: t('column.connection'), text: (h) => t(`state.${h.state}`) },
    { id: 'reason', header: t('column.reason'), text: (h) => h.reason ?? '' },
  ];
  return (
    <DataTable
      id="history"
      caption={t('history')}
      rows={equipment.history ?? []}
      columns={columns}
      rowKey={(h) => `${h.at} ${h.state}`}
      exportName={`${equipment.id}-connection`}
      tone={(h) => (h.state === 'LIVE' || h.state === 'CONNECTING' ? undefined : 'warn')}
      pageSize={20}
    />
  );
}
