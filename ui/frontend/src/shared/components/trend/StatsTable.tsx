import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '@/shared/i18n';
import { localeOf } from '@/shared/i18n/languages';
import { unitText } from '@/shared/lib/units';
import { spanText } from '@/shared/lib/time';
import { DataTable, type TableColumn } from '../DataTable';
import { downloadCsv } from '../table/csv';
import type { Lane } from './series';
import { stats, type LaneStats } from './stats';

type Row = { lane: Lane; s: LaneStats };

/** The same curves as numbers: for review, for screen readers, and to take along. */
export function StatsTable({
  lanes,
  until,
  exportName,
}: {
  lanes: readonly Lane[];
  until: number;
  exportName: string;
}) {
  const { t } = useTranslation('trend');
  const text = useText();
  const locale = localeOf(useLanguage());
  const rows = useMemo(
    () => lanes.map((lane) => ({ lane, s: stats(lane, until) })),
    [lanes, until],
  );
  const columns = useMemo<TableColumn<Row>[]>(() => {
    const print = (lane: Lane, v: number | null) =>
      v === null
        ? '–'
        : new Intl.NumberFormat(locale, {
            minimumFractionDigits: lane.decimals,
            maximumFractionDigits: lane.decimals,
            useGrouping: false,
          }).format(v);
    const numeric = (id: string, pick: (r: Row) => string): TableColumn<Row> => ({
      id,
      header: t(`columns.${id}`),
      text: pick,
      order: (r) => Number(pick(r)) || 0,
      numeric: true,
    });
    return [
      { id: 'name', header: t('columns.name'), text: (r) => text(r.lane.name) },
      { id: 'tag', header: t('columns.tag'), text: (r) => r.lane.tag },
      { id: 'unit', header: t('columns.unit'), text: (r) => unitText(r.lane.unit) },
      {
        id: 'limits',
        header: t('columns.limits'),
        text: ({ lane }) =>
          lane.low === null && lane.high === null
            ? '–'
            : `${print(lane, lane.low)} – ${print(lane, lane.high)}`,
      },
      numeric('last', (r) => print(r.lane, r.s.last)),
      numeric('min', (r) => print(r.lane, r.s.min)),
      numeric('max', (r) => print(r.lane, r.s.max)),
      {
        ...numeric('outside', (r) => `${r.s.outside} / ${r.s.intervals}`),
        cell: ({ s }) => (
          <span className={s.outside ? 'tag bad' : undefined}>
            {s.outside} / {s.intervals}
          </span>
        ),
      },
      {
        ...numeric('gaps', (r) =>
          r.s.gaps ? `${r.s.gaps} (${spanText(r.s.gapSeconds * 1000)})` : '0',
        ),
        cell: ({ s }) => (
          <span className={s.gaps ? 'tag warn' : undefined}>
            {s.gaps ? `${s.gaps} (${spanText(s.gapSeconds * 1000)})` : '0'}
          </span>
        ),
      },
      numeric('bad', (r) => String(r.s.bad)),
    ];
  }, [t, text, locale]);

  return (
    <DataTable
      id="tags"
      caption={t('numbers')}
      rows={rows}
      columns={columns}
      rowKey={(r) => r.lane.tag}
      exportName={`${exportName}-tags`}
    >
      <button
        type="button"
        className="btn"
        onClick={() => downloadCsv(`${exportName}-values`, values(lanes))}
      >
        {t('exportValues')}
      </button>
    </DataTable>
  );
}

/** Every drawn interval as one line, times in UTC: a file has no place to explain a zone. */
function values(lanes: readonly Lane[]): string[][] {
  const cell = (v: number | null | undefined) => (v == null ? '' : String(v));
  return [
    ['tag', 'unit', 'time_utc', 'min', 'max', 'last'],
    ...lanes.flatMap((lane) =>
      lane.x.map((x, i) => [
        lane.tag,
        lane.unit,
        new Date(x * 1000).toISOString(),
        cell(lane.min[i]),
        cell(lane.max[i]),
        cell(lane.last[i]),
      ]),
    ),
  ];
}
