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

export type OrderLine = {
  id?: string;
  batchId: string;
  number: string;
  coi: string;
  shortCode?: string;
  product?: { code: string; name?: Text; version?: string } | string;
  client?: { id: string; name: Text } | string;
  suite?: string;
  patientToken?: string;
  bodyWeightKg?: string;
  createdAt?: string;
  createdBy?: unknown;
  state?: BatchHeader['state'];
};

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
  code?: string;
  product?: string;
  version?: string;
  name: Text;
  equipment?: { role: string; class?: string; equipmentClass?: string; name: Text }[];
  versions?: { version: string; name?: Text; equipment?: RawProduct['equipment'] }[];
};
type RawOptions = {
  products: RawProduct[];
  clients: Options['clients'];
  suites: Options['suites'];
  equipment: Record<string, EquipmentChoice[]> | (EquipmentChoice & { class: string })[];
};

/** One line per product version, and equipment by class, whichever way the server groups them. */
export function normalize(raw: RawOptions): Options {
  const needs = (list: RawProduct['equipment']) =>
    (list ?? []).map((e) => ({
      role: e.role,
      class: e.class ?? e.equipmentClass ?? '',
      name: e.name,
    }));
  const products = raw.products.flatMap((p) => {
    const versions = p.versions ?? [{ version: p.version ?? '' }];
    return versions.map((v) => ({
      code: p.code ?? p.product ?? '',
      version: v.version,
      name: v.name ?? p.name,
      equipment: needs(v.equipment ?? p.equipment),
    }));
  });
  const equipment: Options['equipment'] = {};
  if (Array.isArray(raw.equipment)) {
    for (const e of raw.equipment) (equipment[e.class] ??= []).push(e);
  } else Object.assign(equipment, raw.equipment);
  return { products, clients: raw.clients, suites: raw.suites, equipment };
}

export const optionsQuery = queryOptions({
  queryKey: ['orders', 'options'],
  queryFn: async () => normalize(await get<RawOptions>('/api/orders/options')),
});

export const ordersQuery = queryOptions({
  queryKey: ['orders', 'list'],
  queryFn: async () => {
    const answer = await get<OrderLine[] | { orders: OrderLine[] }>('/api/orders');
    return Array.isArray(answer) ? answer : answer.orders;
  },
});
