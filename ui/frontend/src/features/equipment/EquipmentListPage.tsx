import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { equipmentListQuery } from '@/shared/api/equipment';
import type { Equipment } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { useLiveEvent } from '@/shared/live/live';
import { paths } from '@/shared/routing';
import { ConnectionMark } from './ConnectionMark';
import { RejectedCertificates } from './RejectedCertificates';
import { unitState } from './unitState';
import './equipment.css';

const STATES = ['LIVE', 'CONNECTING', 'STALE', 'DOWN', 'UNTRUSTED'] as const;

/** Which equipment is connected, and why not. */
export default function EquipmentListPage() {
  const { t } = useTranslation('equipment');
  const text = useText();
  const time = useTime();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(equipmentListQuery);
  const changed = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['equipment'] }),
    [queries],
  );
  useLiveEvent('connection', changed);
  const connection = (e: Equipment) =>
    [t(`state.${e.connection.state}`), e.connection.reason].filter(Boolean).join(': ');
  const columns: TableColumn<Equipment>[] = [
    {
      id: 'id',
      header: t('column.id'),
      text: (e) => e.id,
      cell: (e) => (
        <Link className="equipment-link" to={paths.equipmentItem(e.id)}>
          <b>{e.id}</b>
        </Link>
      ),
    },
    { id: 'name', header: t('column.name'), text: (e) => text(e.name), wide: true },
    {
      id: 'connection',
      header: t('column.connection'),
      text: connection,
      choice: (e) => e.connection.state,
      choices: STATES.map((s) => ({ value: s, label: t(`state.${s}`) })),
      cell: (e) => <ConnectionMark connection={e.connection} />,
    },
    {
      id: 'since',
      header: t('column.since'),
      text: (e) => time.dateTime(e.connection.since),
      order: (e) => e.connection.since ?? '',
    },
    {
      id: 'state',
      header: t('column.state'),
      text: (e) => [unitState(e, t), e.program].filter(Boolean).join(' · '),
    },
    { id: 'suite', header: t('column.suite'), text: (e) => e.suite ?? '', hidden: true },
    {
      id: 'batch',
      header: t('column.batch'),
      text: (e) => (e.batch ? `${e.batch.shortCode} ${e.batch.number}` : ''),
      cell: (e) =>
        e.batch && (
          <Link className="equipment-link" to={paths.batch(e.batch.id)}>
            <b>{e.batch.shortCode}</b>
          </Link>
        ),
    },
    {
      id: 'calibration',
      header: t('column.calibration'),
      text: (e) => time.date(e.calibrationDue),
      order: (e) => e.calibrationDue ?? '',
    },
  ];
  return (
    <main className="page stack">
      <h1>{t('title')}</h1>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <RejectedCertificates />
      {data && (
        <DataTable
          caption={t('title')}
          rows={data}
          columns={columns}
          rowKey={(e) => e.id}
          exportName="equipment"
          tone={(e) =>
            (
              ({
                LIVE: undefined,
                CONNECTING: undefined,
                STALE: 'warn',
                DOWN: 'bad',
                UNTRUSTED: 'bad',
              }) as const
            )[e.connection.state]
          }
        />
      )}
    </main>
  );
}
