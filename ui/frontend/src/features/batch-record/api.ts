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
  id: string;
  subject: string;
  /** the name as it was when signed */
  printedName: Text | string;
  signedAt: string;
  meaning: SignatureMeaning;
  digest: string;
  /** whether the digest still fits the content */
  recomputes: boolean;
  voidReason?: string;
};

export type RecordIdentityCheck = {
  scan: string;
  name: Text;
  code: string;
  matched: boolean;
  by: Person | string;
  at: string;
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
  signatures: RecordSignature[];
  identityChecks: RecordIdentityCheck[];
};

export type RecordUnitProcedure = {
  id: string;
  number: string;
  title: Text;
  startedAt?: string;
  endedAt?: string;
  steps: RecordStep[];
  holdTimes: HoldTime[];
};

export type RecordGap = {
  equipment: string;
  tag?: string;
  from: string;
  to?: string;
  reason: string;
};

/** Readings a value was computed from, as the record keeps them. */
export type RecordCurve = {
  unitProcedure: string;
  equipment: string;
  tag: string;
  name: Text;
  unit?: string;
  decimals: number;
  from: string;
  to: string;
  low?: string;
  high?: string;
  usedBy: string[];
  columns: { t: string; min?: string; max?: string; first?: string; last?: string; bad: number }[];
  gaps: RecordGap[];
};

export type RecordCommand = {
  unitProcedure: string;
  command: string;
  name: Text;
  equipment: string;
  action: string;
  program?: string;
  run?: string;
  state: string;
  confirmedAt: string;
};

/** Answer of GET /api/batches/{id}/record: everything, in one document. */
export type BatchRecord = {
  generatedAt: string;
  header: BatchHeader;
  recipe: { product: string; version: string; name: Text; packageHash: string };
  patientToken: string;
  bodyWeightKg: string;
  createdAt: string;
  endedAt?: string;
  holdReason?: string;
  equipment: Omit<BoundEquipment, 'connection'>[];
  unitProcedures: RecordUnitProcedure[];
  exceptions: ExceptionItem[];
  disposition?: { decision: Disposition; reason?: string; by: Person | string; at: string };
  /** those that stand on no step: decisions, holds, disposition */
  signatures: RecordSignature[];
  commands: RecordCommand[];
  gaps: RecordGap[];
  curves: RecordCurve[];
  auditTrail: { valid: boolean; length: number; head: string; firstBad: number };
};

export const recordQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'record'],
    queryFn: () => get<BatchRecord>(`${batchPath(batchId)}/record`),
    staleTime: 10_000,
  });
