import { useQuery } from '@tanstack/react-query';
import { batchQuery } from '@/shared/api/batches';
import type { BatchHeader, Parameter } from '@/shared/api/types';
import { useSession } from '@/shared/session/session';

/** In the demonstration nobody has a scanner: what one would read from the right label. */
export function useSampleCode(header: BatchHeader): (p: Parameter) => string | undefined {
  const { demonstration } = useSession();
  const { data } = useQuery({ ...batchQuery(header.id), enabled: demonstration });
  return ({ id, source }) => {
    if (!demonstration || source.kind !== 'SCAN') return undefined;
    if (source.of === 'LABEL') return `${header.coi}/${id}`;
    if (source.of !== 'EQUIPMENT') return undefined;
    return data?.equipment.find((e) => e.role === source.equipment)?.equipmentId;
  };
}
