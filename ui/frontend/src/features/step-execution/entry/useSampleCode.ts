import { useQuery } from '@tanstack/react-query';
import { batchQuery } from '@/shared/api/batches';
import { sampleCodes } from '@/shared/api/client';
import type { BatchHeader, Parameter } from '@/shared/api/types';
import { useSession } from '@/shared/session/session';

/** In the demonstration nobody has a scanner: what one would read from the right label. */
export function useSampleCode(header: BatchHeader): (p: Parameter) => string | undefined {
  const { demonstration } = useSession();
  const { data: batch } = useQuery({ ...batchQuery(header.id), enabled: demonstration });
  const { data: codes } = useQuery({
    queryKey: ['sample-codes', header.id],
    queryFn: () => sampleCodes(header.id),
    enabled: demonstration,
  });
  return ({ id, source }) => {
    if (!demonstration || source.kind !== 'SCAN') return undefined;
    switch (source.of) {
      case 'LABEL':
        return `${header.coi}/${id}`;
      case 'EQUIPMENT':
        return batch?.equipment.find((e) => e.role === source.equipment)?.equipmentId;
      case 'LOT':
        return codes?.lots[source.material ?? ''];
      case 'PATIENT':
        return codes?.patientToken;
      default:
        return `S-${id.replaceAll('_', '-')}`;
    }
  };
}
