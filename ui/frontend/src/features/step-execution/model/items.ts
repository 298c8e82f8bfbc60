import type {
  EvaluatedValue,
  IdentityScan,
  Parameter,
  Refusal,
  StepView,
  Verdict,
} from '@/shared/api/types';
import { isDecimal, isInteger } from '@/shared/lib/decimal';
import { isOutside, judgeNumber, judgeWord } from '@/shared/lib/limits';
import type { Texts } from './api';

/** One thing to do in a step: an identity scan or a value. */
export type Item =
  | { kind: 'scan'; id: string; scan: IdentityScan; state: ItemState }
  | {
      kind: 'value';
      id: string;
      parameter: Parameter;
      /** a person gives it, either because the recipe says so or because reading it failed */
      typed: boolean;
      byHand: boolean;
      value: string | undefined;
      evaluated: EvaluatedValue | undefined;
      verdict: Verdict;
      state: ItemState;
    };

/** `reason`: the value is there, a reason is missing; `blocked`: cannot be recorded at all. */
export type ItemState = 'todo' | 'wait' | 'reason' | 'blocked' | 'done' | 'optional';

export type Entries = { values: Texts; reasons: Texts; byHand: string[] };

const entered = new Set(['MANUAL', 'SCAN']);
const readable = new Set(['TAG', 'WINDOW', 'CERTIFICATE', 'PREVIOUS']);

export const isEntered = (p: Parameter): boolean => entered.has(p.source.kind);

/** Values that are read may be typed instead when they are not available; computed ones never. */
export const mayTypeInstead = (p: Parameter, problem: Refusal | undefined): boolean =>
  readable.has(p.source.kind) && problem?.code === 'BR-011';

export function isComplete(p: Parameter, value: string | undefined): value is string {
  if (value === undefined || value === '') return false;
  if (p.type === 'DECIMAL') return isDecimal(value);
  if (p.type === 'INTEGER') return isInteger(value);
  return true;
}

/** What the limits say about a typed value before the server has answered. */
export function judge(p: Parameter, value: string | undefined): Verdict {
  if (!isComplete(p, value)) return 'NOT_JUDGED';
  if (p.type === 'DECIMAL' || p.type === 'INTEGER') return judgeNumber(value, p.limits);
  if (p.type === 'CHOICE') {
    const verdict = p.choices.find((c) => c.value === value)?.verdict;
    if (verdict) return verdict;
  }
  return judgeWord(value, p.limits);
}

export function itemsOf(
  view: StepView,
  entries: Entries,
  evaluated: Record<string, EvaluatedValue> | undefined,
): Item[] {
  const scans = view.identityScans.map<Item>((scan) => ({
    kind: 'scan',
    id: `scan:${scan.id}`,
    scan,
    state: scan.done ? 'done' : 'todo',
  }));
  return [...scans, ...view.parameters.map((p) => valueItem(p, entries, evaluated?.[p.id]))];
}

function valueItem(p: Parameter, entries: Entries, server: EvaluatedValue | undefined): Item {
  const byHand = entries.byHand.includes(p.id);
  const typed = isEntered(p) || byHand;
  const value = typed ? entries.values[p.id] : server?.value;
  const local = judge(p, value);
  const verdict = server?.value === value && server !== undefined ? server.verdict : local;
  const base = { kind: 'value' as const, id: p.id, parameter: p, typed, byHand, value, verdict };
  const state = stateOf(p, typed, byHand, value, verdict, entries.reasons[p.id], server);
  return { ...base, evaluated: server, state };
}

function stateOf(
  p: Parameter,
  typed: boolean,
  byHand: boolean,
  value: string | undefined,
  verdict: Verdict,
  reason: string | undefined,
  server: EvaluatedValue | undefined,
): ItemState {
  if (!typed && server === undefined) return 'wait';
  if (!isComplete(p, value)) {
    if (!p.required) return 'optional';
    return typed ? 'todo' : 'wait';
  }
  // What was scanned or typed is there, and the server says it cannot be recorded.
  if (typed && server?.problem) return 'blocked';
  const outside = isOutside(verdict);
  if (outside && p.policy === 'BLOCK') return 'blocked';
  const needsReason = byHand || (outside && p.policy !== 'WARN');
  return needsReason && !reason?.trim() ? 'reason' : 'done';
}

export const isSettled = (item: Item): boolean =>
  item.state === 'done' || item.state === 'optional';

/** A value that is recorded with a reason; asked again at every change, with the old reason shown. */
export const asksReason = (item: Item): boolean =>
  item.kind === 'value' &&
  (item.state === 'reason' || item.state === 'done') &&
  (item.byHand || (isOutside(item.verdict) && item.parameter.policy !== 'WARN'));

export const isOpen = (item: Item): boolean => !isSettled(item);

/** The first item after the present one that still needs something, starting over at the top. */
export function nextOpen(items: Item[], currentId: string | undefined): Item | undefined {
  const at = items.findIndex((i) => i.id === currentId);
  const rotated = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at + 1))];
  return rotated.find((i) => isOpen(i) && i.state !== 'wait') ?? rotated.find(isOpen);
}

export const needsSupervisor = (items: Item[]): boolean =>
  items.some(
    (i) => i.kind === 'value' && isOutside(i.verdict) && i.parameter.policy === 'SECOND_SIGNATURE',
  );

/** Only complete values go to the server: half a number is nobody's value. */
export function completeValues(view: StepView, entries: Entries): Texts {
  const result: Texts = {};
  for (const p of view.parameters) {
    const value = entries.values[p.id];
    const typed = isEntered(p) || entries.byHand.includes(p.id);
    if (typed && isComplete(p, value)) result[p.id] = value;
  }
  return result;
}
