import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { OrderOptions } from '@/shared/api/types';

type Need = OrderOptions['products'][number]['equipment'][number];

/** The units that can fill a role. */
export const unitsFor = ({ units }: Pick<OrderOptions, 'units'>, need: Need) =>
  units.filter((u) => u.equipmentClass === need.equipmentClass);

export const optionsQuery = queryOptions({
  queryKey: ['orders', 'options'],
  queryFn: () => get('/api/orders/options'),
});
