import type {
  Limits,
  Parameter,
  RecordStep,
  RecordUnitProcedure,
  RecordedValue,
  Verdict,
} from '@/shared/api/types';
import { rangeText } from '@/shared/lib/limits';

export type Filter = { q: string; only: 'all' | 'outside' | 'corrected' | 'exceptions' };

/** Normal range, alert bands, reject bounds and allowed words in one line. */
export function limitsText(
  limits: Limits | undefined,
  words: Record<'alert' | 'reject', string>,
): string {
  if (!limits) return '';
  const alert = (limits.alert ?? []).map((r) => rangeText(r)).filter(Boolean);
  const reject = [
    limits.rejectBelow != null ? `< ${limits.rejectBelow}` : '',
    limits.rejectAbove != null ? `> ${limits.rejectAbove}` : '',
  ].filter(Boolean);
  return [
    rangeText(limits.normal),
    alert.length > 0 ? `${words.alert} ${alert.join(', ')}` : '',
    reject.length > 0 ? `${words.reject} ${reject.join(', ')}` : '',
    (limits.allowed ?? []).join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Newest first: what counts, then every value it replaced. */
export const history = (recorded: RecordedValue): RecordedValue[] => [
  recorded,
  ...(recorded.earlier ?? []).toSorted((a, b) => b.revision - a.revision),
];

const outside: Verdict[] = ['ALERT', 'REJECT'];
const isOutside = (p: Parameter) =>
  p.recorded !== undefined && outside.includes(p.recorded.verdict);
const isCorrected = (p: Parameter) => (p.recorded?.earlier ?? []).length > 0;

/** Keeps the tree, drops what does not match; a matching step keeps all its values. */
export function filterTree(
  unitProcedures: readonly RecordUnitProcedure[],
  { q, only }: Filter,
  words: (step: RecordStep) => string,
  hasException: (step: RecordStep) => boolean,
): RecordUnitProcedure[] {
  const wanted = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const keep = (step: RecordStep) => {
    if (only === 'outside' && !step.parameters.some(isOutside)) return false;
    if (only === 'corrected' && !step.parameters.some(isCorrected)) return false;
    if (only === 'exceptions' && !hasException(step)) return false;
    const line = words(step).normalize('NFKC').toLowerCase();
    return wanted.every((w) => line.includes(w));
  };
  if (only === 'all' && wanted.length === 0) return [...unitProcedures];
  return unitProcedures
    .map((u) => ({ ...u, steps: u.steps.filter(keep) }))
    .filter((u) => u.steps.length > 0);
}
