import type { BoundEquipment, Source } from '@/shared/api/types';

/** The tag behind a value. Sources name a role; the batch says which equipment fills it. */
export function tagOf(source: Source, equipment: readonly BoundEquipment[]): string | undefined {
  if ((source.kind !== 'TAG' && source.kind !== 'WINDOW') || !source.equipment || !source.tag) {
    return undefined;
  }
  const bound = equipment.find((e) => e.role === source.equipment);
  return `${bound?.equipmentId ?? source.equipment}.${source.tag}`;
}
