import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exceptionName } from '@/shared/api/batches';
import type { BatchView, BatchException } from '@/shared/api/types';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { useUrlValues } from '@/shared/components/table/urlState';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { useTime } from '@/shared/lib/time';
import { ExceptionDetail } from './ExceptionDetail';
import { GROUPS, groupOf, inJudgingOrder, SEVERITIES, weight } from './groups';

const STATES = ['OPEN', 'DEVIATION', 'ACCEPTED', 'CLOSED'] as const;

/** The list on the left, the chosen one with its evidence on the right. */
export function Exceptions({
  batch,
  exceptions,
}: {
  batch: BatchView;
  exceptions: BatchException[];
}) {
  const { t } = useTranslation('review');
  const { value, set } = useUrlValues();
  const columns = useColumns((e) => set({ exception: e.id }));
  const ordered = useMemo(() => inJudgingOrder(exceptions), [exceptions]);
  const onlyOpen = value('ex-state') === 'OPEN';
  const chosen = exceptions.find((e) => e.id === value('exception'));
  const shown = chosen ?? ordered[0];
  return (
    <div className="review-split">
      <DataTable
        id="ex"
        caption={t('exceptions.title')}
        rows={ordered}
        columns={columns}
        rowKey={(e) => e.id}
        exportName={`${batch.header.number}-exceptions`}
        current={shown?.id}
        tone={(e) => (e.state !== 'OPEN' ? undefined : e.severity === 'CRITICAL' ? 'bad' : 'warn')}
      >
        <button
          type="button"
          className="btn"
          aria-pressed={onlyOpen}
          onClick={() => set({ 'ex-state': onlyOpen ? undefined : 'OPEN', 'ex-page': undefined })}
        >
          {t('exceptions.onlyOpen')}
        </button>
      </DataTable>
      {shown ? (
        <ExceptionDetail key={shown.id} batch={batch} exception={shown} />
      ) : (
        <p className="panel empty">{t('exceptions.none')}</p>
      )}
    </div>
  );
}

function useColumns(choose: (e: BatchException) => void): TableColumn<BatchException>[] {
  const { t } = useTranslation(['review', 'common']);
  const text = useText();
  const person = usePersonText();
  const time = useTime();
  return [
    {
      id: 'number',
      header: t('exceptions.number'),
      text: exceptionName,
      order: (e) => Number(e.number) || 0,
      cell: (e) => (
        <button
          type="button"
          className="review-pick"
          onClick={() => choose(e)}
          data-testid={`exception-${e.number}`}
        >
          {exceptionName(e)}
        </button>
      ),
    },
    {
      id: 'severity',
      header: t('exceptions.severity'),
      text: (e) => t(`common:severity.${e.severity}`),
      order: (e) => weight(e.severity),
      choice: (e) => e.severity,
      choices: SEVERITIES.map((s) => ({ value: s, label: t(`common:severity.${s}`) })),
      cell: (e) => (
        <span
          className={
            { CRITICAL: 'tag bad', MAJOR: 'tag warn', MINOR: 'tag', INFO: 'muted' }[e.severity]
          }
        >
          {t(`common:severity.${e.severity}`)}
        </span>
      ),
    },
    { id: 'step', header: t('exceptions.step'), text: (e) => e.stepNumber ?? '' },
    { id: 'text', header: t('exceptions.what'), text: (e) => text(e.text), wide: true },
    {
      id: 'group',
      header: t('exceptions.group'),
      text: (e) => t(`group.${groupOf(e)}`),
      choices: GROUPS.map((g) => ({ value: g, label: t(`group.${g}`) })),
      choice: groupOf,
      hidden: true,
    },
    {
      id: 'state',
      header: t('exceptions.state'),
      text: (e) => t(`state.${e.state}`),
      choice: (e) => e.state,
      choices: STATES.map((s) => ({ value: s, label: t(`state.${s}`) })),
    },
    { id: 'by', header: t('exceptions.by'), text: (e) => person(e.openedBy), hidden: true },
    {
      id: 'at',
      header: t('exceptions.at'),
      text: (e) => time.dateTime(e.openedAt),
      order: (e) => e.openedAt,
    },
  ];
}
