import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchRecord, RecordCommand, RecordGap } from '@/shared/api/types';
import { CheckIcon, StopIcon } from '@/shared/components/Icons';
import { useReasonText } from '@/shared/components/trend/useReasonText';
import { useText } from '@/shared/i18n';
import { spanText, useTime } from '@/shared/lib/time';

function Table({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: string[];
  rows: ReactNode[][];
}) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      <div className="record-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="grid">
          <thead>
            <tr>
              {columns.map((c) => (
                <th key={c} scope="col">
                  {c}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What the system made devices do, as they confirmed it. */
export function Commands({ commands }: { commands: RecordCommand[] }) {
  const { t } = useTranslation('record');
  const text = useText();
  const time = useTime();
  return (
    <Table
      title={t('commands')}
      columns={(['command', 'equipment', 'program', 'state', 'at'] as const).map((c) =>
        t(`column.${c}`),
      )}
      rows={commands.map((c) => [
        text(c.name),
        c.equipment,
        [c.program, c.run].filter(Boolean).join(' · '),
        c.state,
        time.exact(c.confirmedAt),
      ])}
    />
  );
}

/** Times without readings: exact bounds, nothing bridged. */
export function Gaps({ gaps }: { gaps: RecordGap[] }) {
  const { t } = useTranslation(['record', 'trend']);
  const time = useTime();
  const reasonText = useReasonText();
  return (
    <Table
      title={t('trend:gaps')}
      columns={(['equipment', 'from', 'to', 'length', 'reason'] as const).map((c) =>
        t(`column.${c}`),
      )}
      rows={gaps.map((g) => [
        [g.equipment, g.tag].filter(Boolean).join('.'),
        time.exact(g.from),
        g.to ? time.exact(g.to) : t('trend:stillOpen'),
        g.to ? spanText(Date.parse(g.to) - Date.parse(g.from)) : '',
        reasonText(g.reason),
      ])}
    />
  );
}

/** Whether the chain behind all this is whole. */
export function Trail({
  trail,
  seal,
}: {
  trail: BatchRecord['auditTrail'];
  seal: BatchRecord['trail'];
}) {
  const { t } = useTranslation(['audit', 'record']);
  return (
    <>
      <p className={trail.valid ? 'notice' : 'refusal'} data-testid="record-chain">
        {trail.valid ? <CheckIcon /> : <StopIcon />}
        {trail.valid
          ? t('chain.valid', { count: trail.length })
          : t('chain.broken', { at: trail.firstBad, count: trail.length })}{' '}
        <code className="record-digest">{trail.head}</code>
      </p>
      <p className="notice" data-testid="record-seal">
        {seal
          ? t('record:sealed', { epoch: seal.epoch, size: seal.size, seq: seal.chainSeq })
          : t('record:notSealed')}{' '}
        {seal && <code className="record-digest">{seal.root}</code>}
      </p>
    </>
  );
}
