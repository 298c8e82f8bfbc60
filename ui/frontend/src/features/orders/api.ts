import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { BatchHeader, Text } from '@/shared/api/types';

export type EquipmentNeed = { role: string; class: string; name: Text };
export type EquipmentChoice = { id: string; name: Text; suite?: string; busy?: string };
export type ProductChoice = {
  code: string;
  version: string;
  name: Text;
  equipment: EquipmentNeed[];
};
export type Options = {
  products: ProductChoice[];
  clients: { id: string; name: Text }[];
  suites: { id: string; name: Text }[];
  /** by equipment class */
  equipment: Record<string, EquipmentChoice[]>;
};

/** An order becomes exactly one batch: the list of orders is the list of batches. */
export type OrderLine = BatchHeader & { createdAt: string };

export type NewOrder = {
  product: string;
  version?: string;
  client: string;
  suite: string;
  patientToken: string;
  bodyWeightKg: string;
  equipment: Record<string, string>;
};

export type Created = {
  batchId: string;
  number: string;
  coi: string;
  shortCode?: string;
  checkWord?: Text;
};

type RawProduct = {
  code: string;
  version: string;
  name: Text;
  equipment: { role: string; equipmentClass: string; name: Text }[];
};
type RawOptions = {
  products: RawProduct[];
  clients: Options['clients'];
  suites: Options['suites'];
  units: (EquipmentChoice & { equipmentClass: string })[];
};

/** Equipment by class, as the form asks for it. */
export function normalize(raw: RawOptions): Options {
  const equipment: Options['equipment'] = {};
  for (const unit of raw.units) (equipment[unit.equipmentClass] ??= []).push(unit);
  const products = raw.products.map((p) => ({
    ...p,
    equipment: p.equipment.map((e) => ({ role: e.role, class: e.equipmentClass, name: e.name })),
  }));
  return { products, clients: raw.clients, suites: raw.suites, equipment };
}

export const optionsQuery = queryOptions({
  queryKey: ['orders', 'options'],
  queryFn: async () => normalize(await get<RawOptions>('/api/orders/options')),
});

export const ordersQuery = queryOptions({
  queryKey: ['batches', 'orders'],
  queryFn: async () => (await get<{ batches: OrderLine[] }>('/api/batches?limit=500')).batches,
});
