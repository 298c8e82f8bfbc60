import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { ConnectionState, Text } from './types';

export type Connection = {
  state: ConnectionState;
  since?: string;
  reason?: string;
  certificate?: string;
};

export type Equipment = {
  id: string;
  class: string;
  name: Text;
  suite?: string;
  state?: string;
  program?: string;
  connection: Connection;
  calibrationDue?: string;
  batch?: { id: string; number: string; shortCode: string };
};

export type EquipmentTag = {
  id: string;
  name: Text;
  tag: string;
  unit?: string;
  decimals?: number;
  low?: string;
  high?: string;
  alarmLow?: string;
  alarmHigh?: string;
  value?: string;
  text?: string;
  quality?: string;
  sourceTime?: string;
  receivedAt?: string;
  stale: boolean;
  node?: string;
};

export type ConnectionChange = { state: ConnectionState; at: string; reason?: string };
export type EquipmentView = Equipment & { tags: EquipmentTag[]; history: ConnectionChange[] };

export const equipmentListQuery = queryOptions({
  queryKey: ['equipment'],
  queryFn: async () => (await get<{ equipment: Equipment[] }>('/api/equipment')).equipment,
  refetchInterval: 10_000,
});

export const equipmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['equipment', id],
    queryFn: () => get<EquipmentView>(`/api/equipment/${encodeURIComponent(id)}`),
    refetchInterval: 15_000,
    enabled: id !== '',
  });

/** A tag that can be drawn: not one that only carries words. */
export const isCurve = (tag: EquipmentTag): boolean =>
  tag.value === undefined ? tag.text === undefined : !Number.isNaN(Number(tag.value));

/** What a person looks at first: tags with limits, else the first ones; never more than fit a page. */
export function usualTags(tags: readonly EquipmentTag[], max = 6): string[] {
  const curves = tags.filter(isCurve);
  const limited = curves.filter(
    (t) => (t.low ?? t.high ?? t.alarmLow ?? t.alarmHigh) !== undefined,
  );
  return (limited.length > 0 ? limited : curves).slice(0, max).map((t) => t.id);
}
