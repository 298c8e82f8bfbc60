import type { Fault, ProblemDocument, Refusal } from './types';

/** What went wrong on the way to the server; `saved` is unknown when a write got no answer. */
export type ProblemKind = 'refused' | 'unreachable' | 'unauthenticated' | 'failed';

/** An RFC 9457 problem document, or the absence of any answer, as one error object. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly refusal: Refusal;
  readonly faults: Fault[];
  /** the whole document, for answers that carry more than the refusal */
  readonly document: unknown;

  constructor(
    kind: ProblemKind,
    status: number,
    refusal: Refusal,
    faults: Fault[] = [],
    document: unknown = undefined,
  ) {
    super(`${refusal.code}: ${refusal.rule}`);
    this.name = 'Problem';
    this.kind = kind;
    this.status = status;
    this.refusal = refusal;
    this.faults = faults;
    this.document = document;
  }

  get code(): string {
    return this.refusal.code;
  }
}

/** Codes made on this side; all others come from the server (`ErrorCode`). */
export const UNREACHABLE = 'UI-001';
export const UNREADABLE = 'UI-002';

export function unreachable(): Problem {
  return new Problem('unreachable', 0, { code: UNREACHABLE, rule: 'The server did not answer.' });
}

export function toProblem(status: number, body: unknown): Problem {
  const doc: Partial<ProblemDocument> = body !== null && typeof body === 'object' ? body : {};
  const refusal: Refusal = {
    code: doc.code ?? UNREADABLE,
    rule: doc.rule ?? doc.detail ?? doc.title ?? `HTTP ${status}`,
    ...(doc.value != null && { value: String(doc.value) }),
    ...(doc.needed != null && { needed: String(doc.needed) }),
    ...(doc.solver != null && { solver: String(doc.solver) }),
  };
  const faults = Array.isArray(doc.faults) ? doc.faults : [];
  return new Problem(kindOf(status, refusal.code), status, refusal, faults, body);
}

function kindOf(status: number, code: string): ProblemKind {
  if (status === 401 && code !== 'SG-001') return 'unauthenticated';
  return status >= 500 && code === UNREADABLE ? 'failed' : 'refused';
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
