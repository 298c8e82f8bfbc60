import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { EquipmentTag } from './types';

export const equipmentListQuery = queryOptions({
  queryKey: ['equipment'],
  queryFn: async () => (await get('/api/equipment')).equipment,
  refetchInterval: 10_000,
});

export const equipmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['equipment', id],
    queryFn: () => get('/api/equipment/{id}', { path: { id } }),
    refetchInterval: 15_000,
    enabled: id !== '',
  });

const AT_REST = ['Idle', 'Stopped', 'Complete', 'Aborted'];

/** Nothing runs, so the limits of a process do not hold: an empty bioreactor is not in alarm. */
export const isAtRest = (equipment: { state?: string }): boolean =>
  equipment.state !== undefined && AT_REST.includes(equipment.state);

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
