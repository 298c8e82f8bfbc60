import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { spanText, useTime } from '@/shared/lib/time';
import { DataTable, type TableColumn } from '../DataTable';
import type { Lane, LaneGap } from './series';

type Row = LaneGap & { tags: string };
type Props = {
  lanes: readonly Lane[];
  until: number;
  exportName: string;
  reasonText: (reason: string) => string;
};

/** Times without data: exact bounds, why, and which tags. A silent device is one row, not one per tag. */
export function GapTable({ lanes, until, exportName, reasonText }: Props) {
  const { t } = useTranslation('trend');
  const time = useTime();
  const rows = useMemo(() => merge(lanes), [lanes]);
  if (rows.length === 0) return <p className="muted trend-nogaps">{t('noGaps')}</p>;
  const at = (s: number) => new Date(s * 1000).toISOString();
  const columns: TableColumn<Row>[] = [
    {
      id: 'from',
      header: t('columns.from'),
      text: (g) => time.exact(at(g.from)),
      order: (g) => g.from,
    },
    {
      id: 'to',
      header: t('columns.to'),
      text: (g) => (g.to === null ? t('stillOpen') : time.exact(at(g.to))),
      order: (g) => g.to ?? Infinity,
    },
    {
      id: 'length',
      header: t('columns.length'),
      text: (g) => spanText(((g.to ?? until) - g.from) * 1000),
      order: (g) => (g.to ?? until) - g.from,
      numeric: true,
    },
    { id: 'reason', header: t('columns.reason'), text: (g) => reasonText(g.reason) },
    { id: 'gaptags', header: t('columns.tag'), text: (g) => g.tags },
  ];
  return (
    <DataTable
      id="gaps"
      caption={t('gaps')}
      rows={rows}
      columns={columns}
      rowKey={(g) => `${g.from} ${g.tags}`}
      exportName={`${exportName}-gaps`}
      tone={(g) => (g.to === null ? 'bad' : 'warn')}
      pageSize={10}
    />
  );
}

function merge(lanes: readonly Lane[]): Row[] {
  const found = new Map<string, Row>();
  for (const lane of lanes) {
    for (const gap of lane.gaps) {
      const key = `${gap.from} ${gap.to} ${gap.reason}`;
      const before = found.get(key);
      found.set(key, { ...gap, tags: before ? `${before.tags}, ${lane.tag}` : lane.tag });
    }
  }
  return [...found.values()].sort((a, b) => b.from - a.from);
}
