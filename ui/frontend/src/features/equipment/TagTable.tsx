import type { EquipmentTag, Equipment } from '@/shared/api/types';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isAtRest } from '@/shared/api/equipment';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { useLanguage, useText } from '@/shared/i18n';
import { localeOf } from '@/shared/i18n/languages';
import { useTime } from '@/shared/lib/time';
import { unitText } from '@/shared/lib/units';
import { useConnected, useLiveValues } from '@/shared/live/live';

type Shown = EquipmentTag & { outside: boolean };

/** Every tag with its present value; what is old, bad or outside its limits says so in words. */
export function TagTable({ equipment }: { equipment: Equipment }) {
  const { t } = useTranslation('equipment');
  const text = useText();
  const time = useTime();
  const locale = localeOf(useLanguage());
  const rows = useLiveTags(equipment.tags ?? [], !isAtRest(equipment));
  const value = (tag: Shown) =>
    tag.text ??
    (tag.value === undefined
      ? '–'
      : Number.isNaN(Number(tag.value))
        ? tag.value
        : new Intl.NumberFormat(locale, {
            minimumFractionDigits: tag.decimals ?? 2,
            maximumFractionDigits: tag.decimals ?? 2,
            useGrouping: false,
          }).format(Number(tag.value)));
  const status = (tag: Shown) =>
    tag.stale
      ? t('tag.stale')
      : tag.quality && tag.quality !== 'GOOD'
        ? t(`quality.${tag.quality}`, { defaultValue: tag.quality })
        : tag.outside
          ? t('tag.outside')
          : t('tag.good');
  const columns: TableColumn<Shown>[] = [
    { id: 'tag', header: t('column.tag'), text: (x) => x.tag },
    { id: 'tagname', header: t('column.name'), text: (x) => text(x.name) },
    {
      id: 'value',
      header: t('column.value'),
      text: value,
      order: (x) => Number(x.value ?? NaN) || 0,
      numeric: true,
      cell: (x) => (
        <span className={x.stale ? 'tag-stale' : x.outside ? 'tag bad' : undefined}>
          {value(x)} {unitText(x.unit)}
        </span>
      ),
    },
    { id: 'unit', header: t('column.unit'), text: (x) => unitText(x.unit) },
    { id: 'limits', header: t('column.limits'), text: (x) => limits(x.low, x.high) },
    { id: 'alarm', header: t('column.alarm'), text: (x) => limits(x.alarmLow, x.alarmHigh) },
    {
      id: 'status',
      header: t('column.status'),
      text: status,
      cell: (x) => (
        <span className={x.stale || (x.quality && x.quality !== 'GOOD') ? 'tag warn' : undefined}>
          {status(x)}
        </span>
      ),
    },
    {
      id: 'source',
      header: t('column.source'),
      text: (x) => time.exact(x.sourceTime),
      order: (x) => x.sourceTime ?? '',
    },
    { id: 'node', header: t('column.node'), text: (x) => x.node ?? '' },
  ];
  return (
    <DataTable
      id="live"
      caption={t('tags')}
      rows={rows}
      columns={columns}
      rowKey={(x) => x.id}
      exportName={`${equipment.id}-tags`}
      tone={(x) => (x.outside ? 'bad' : x.stale ? 'warn' : undefined)}
      pageSize={100}
    />
  );
}

const limits = (low: string | undefined, high: string | undefined) =>
  low === undefined && high === undefined ? '–' : `${low ?? ''} – ${high ?? ''}`;

/** The tags as last asked for, overlaid with what the stream brought since. */
function useLiveTags(tags: readonly EquipmentTag[], limited: boolean): Shown[] {
  const ids = useMemo(() => tags.map((x) => x.id), [tags]);
  const live = useLiveValues(ids);
  const connected = useConnected();
  return tags.map((tag) => {
    const now = live[tag.id];
    const merged: EquipmentTag = now
      ? {
          ...tag,
          stale: now.stale || !connected,
          quality: now.q,
          sourceTime: now.t,
          ...(now.v !== undefined && { value: String(now.v) }),
          ...(now.text !== undefined && { text: now.text }),
        }
      : tag;
    const n = Number(merged.value ?? NaN);
    const outside =
      limited &&
      !merged.stale &&
      ((tag.low !== undefined && n < Number(tag.low)) ||
        (tag.high !== undefined && n > Number(tag.high)));
    return { ...merged, outside };
  });
}
