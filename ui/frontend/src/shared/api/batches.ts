import { queryOptions } from '@tanstack/react-query';
import { batchPath, get } from './client';
import type {
  BatchException,
  BatchHeader,
  ConnectionState,
  HoldTime,
  Person,
  StepState,
  Text,
} from './types';

export type Disposition = 'RELEASED' | 'REJECTED';

export type StepLine = {
  key: string;
  number: string;
  title: Text;
  state: StepState;
  openedAt?: string;
  completedAt?: string;
  performedBy?: Person | string;
  verifiedBy?: Person | string;
  /** how many exceptions the step opened, or the exceptions */
  exceptions?: number | unknown[];
};

export type UnitProcedureLine = {
  id: string;
  number: string;
  title: Text;
  state: 'PENDING' | 'RUNNING' | 'COMPLETE';
  startedAt?: string;
  endedAt?: string;
  /** planned, if the schedule knows it */
  plannedStart?: string;
  plannedEnd?: string;
  steps: StepLine[];
};

export type BoundEquipment = {
  role: string;
  equipmentId: string;
  name: Text;
  connection?: ConnectionState | { state: ConnectionState; since?: string; reason?: string };
};

/** Answer of GET /api/batches/{id}. */
export type BatchView = {
  header: BatchHeader;
  state: BatchHeader['state'];
  holdReason?: string;
  equipment: BoundEquipment[];
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  disposition?: Disposition;
  unitProcedures: UnitProcedureLine[];
  holdTimes: HoldTime[];
  exceptions: { open: number; total: number };
};

export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId],
    queryFn: () => get<BatchView>(batchPath(batchId)),
    refetchInterval: 15_000,
  });

export type ExceptionItem = Omit<BatchException, 'state' | 'number'> & {
  /** 1, 2, 3 … within the batch */
  number: number | string;
  state: BatchException['state'] | 'CLOSED';
  /** tag id, where a reading caused it */
  tag?: string;
};

export const exceptionsQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId, 'exceptions'],
    queryFn: async () =>
      (await get<{ exceptions: ExceptionItem[] }>(`${batchPath(batchId)}/exceptions`)).exceptions,
  });

export const exceptionCount = (step: StepLine): number =>
  Array.isArray(step.exceptions) ? step.exceptions.length : (step.exceptions ?? 0);

export function connectionOf(e: BoundEquipment): {
  state: ConnectionState;
  since?: string;
  reason?: string;
} {
  return typeof e.connection === 'string'
    ? { state: e.connection }
    : (e.connection ?? { state: 'DOWN' });
}

/** `E-3`: short enough for a mark in a diagram, and never taken for a value. */
export const exceptionName = (e: Pick<ExceptionItem, 'number'>): string =>
  /^\d+$/.test(String(e.number)) ? `E-${e.number}` : String(e.number);
