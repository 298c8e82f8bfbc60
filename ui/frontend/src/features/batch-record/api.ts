import { queryOptions } from '@tanstack/react-query';
import type { BoundEquipment, Disposition, ExceptionItem } from '@/shared/api/batches';
import { batchPath, get } from '@/shared/api/client';
import type {
  BatchHeader,
  HoldTime,
  Parameter,
  Person,
  SignatureMeaning,
  StepState,
  Text,
} from '@/shared/api/types';

export type RecordSignature = {
  id?: string;
  /** the name as it was when signed */
  printedName?: Text | string;
  by?: Person | string;
  at?: string;
  signedAt?: string;
  meaning: SignatureMeaning;
  digest?: string;
  voidReason?: string;
};

export type RecordIdentityCheck = {
  scan: string;
  name?: Text;
  code?: string;
  matched: boolean;
  by?: Person | string;
  at?: string;
};

export type RecordStep = {
  key: string;
  number: string;
  title: Text;
  operation?: Text;
  state: StepState;
  revision?: number;
  openedAt?: string;
  performedBy?: Person | string;
  performedAt?: string;
  verifiedBy?: Person | string;
  verifiedAt?: string;
  language?: string;
  comment?: string;
  parameters: Parameter[];
  signatures?: RecordSignature[];
  identityChecks?: RecordIdentityCheck[];
  exceptions?: ExceptionItem[];
};

export type RecordUnitProcedure = {
  id: string;
  number: string;
  title: Text;
  startedAt?: string;
  endedAt?: string;
  steps: RecordStep[];
  holdTimes?: HoldTime[];
};

/** Answer of GET /api/batches/{id}/record. */
export type BatchRecord = {
  header: BatchHeader;
  createdAt?: string;
  endedAt?: string;
  bodyWeightKg?: string;
  patientToken?: string;
  recipe?: { product?: string; version?: string; hash?: string; packageHash?: string };
  equipment?: BoundEquipment[];
  unitProcedures: RecordUnitProcedure[];
  holdTimes?: HoldTime[];
  exceptions?: ExceptionItem[];
  disposition?:
    Disposition | { decision: Disposition; reason?: string; by?: Person | string; at?: string };
  signatures?: RecordSignature[];
};

export const recordQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'record'],
    queryFn: () => get<BatchRecord>(`${batchPath(batchId)}/record`),
    staleTime: 10_000,
  });
