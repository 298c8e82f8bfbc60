/** The HTTP contract of docs/http.md. Decimal numbers are text, times are ISO-8601 UTC. */

export type Text = { en: string; ja: string };

export type Role =
  | 'OPERATOR'
  | 'LOGISTICS'
  | 'QC_ANALYST'
  | 'SUPERVISOR'
  | 'QA'
  | 'PROCESS_ENGINEER'
  | 'EQUIPMENT_ENGINEER'
  | 'PLANNER'
  | 'ADMINISTRATOR'
  | 'CLIENT_READER';

export type PlantClock = { speed: number; now: string };

export type Person = { id: string; name: Text; roles: Role[]; clients?: string[] };

export type Session = {
  person: Person;
  locked: boolean;
  demonstration: boolean;
  siteZone: string;
  csrfToken: string;
  serverTime: string;
  idleLockSeconds: number;
  clock: PlantClock;
};

export type Refusal = {
  code: string;
  rule: string;
  value?: string;
  needed?: string;
  solver?: string;
};

export type Fault = Refusal & {
  parameter?: string;
  scan?: string;
  field?: string;
  file?: string;
  line?: number;
};

export type BatchState = 'IDLE' | 'RUNNING' | 'HELD' | 'COMPLETE' | 'STOPPED' | 'ABORTED';

export type BatchHeader = {
  id: string;
  number: string;
  coi: string;
  shortCode: string;
  checkWord: Text;
  glyph: number;
  product: { code: string; name: Text; version: string };
  client: { id: string; name: Text };
  state: BatchState;
  suite: string;
};

export type HoldTimeState = 'RUNNING' | 'WARNING' | 'ALERT' | 'REJECT' | 'MET' | 'EXCEEDED';

export type HoldTime = {
  id: string;
  name: Text;
  startedAt: string;
  warnAt: string;
  normalUntil: string;
  rejectAfter?: string;
  stoppedAt?: string;
  state: HoldTimeState;
};

export type WorkAction = 'PERFORM' | 'VERIFY' | 'REVIEW' | 'LOOK';

export type WorkItem = {
  batch: BatchHeader;
  step: { key: string; number: string; title: Text; state: StepState };
  unitProcedure: { id: string; number: string; title: Text };
  action: WorkAction;
  openedAt: string;
  requestedBy?: Person | string;
  dueAt?: string;
  holdTimes: HoldTime[];
  refusal?: Refusal;
};

export type Work = { now: string; items: WorkItem[]; more: number };

export type StepState = 'PENDING' | 'OPEN' | 'AWAITING_VERIFICATION' | 'COMPLETE' | 'ABANDONED';

export type Verdict = 'NOT_JUDGED' | 'NORMAL' | 'ALERT' | 'REJECT';

export type Range = { low?: string; high?: string };

export type Limits = {
  normal?: Range;
  alert: Range[];
  rejectBelow?: string;
  rejectAbove?: string;
  allowed: string[];
};

export type ParameterType =
  'DECIMAL' | 'INTEGER' | 'BOOLEAN' | 'CHOICE' | 'TEXT' | 'TIME' | 'SCAN' | 'FILE' | 'CURVE';

export type SourceKind =
  'MANUAL' | 'SCAN' | 'FORMULA' | 'TAG' | 'WINDOW' | 'PREVIOUS' | 'CERTIFICATE';

export type Source = {
  kind: SourceKind;
  of?: 'LOT' | 'EQUIPMENT' | 'LABEL' | 'FREE';
  material?: string;
  expression?: string;
  equipment?: string;
  tag?: string;
  maxAge?: string;
  statistic?: string;
  from?: string;
  to?: string;
  minCoverage?: number;
  step?: string;
  parameter?: string;
  attribute?: string;
  scan?: string;
};

export type RecordedValue = {
  value: string;
  unit?: string;
  display: string;
  verdict: Verdict;
  revision: number;
  source: string;
  provenance?: unknown;
  reason?: string;
  by: Person | string;
  at: string;
  earlier?: RecordedValue[];
};

export type OutsidePolicy = 'WARN' | 'REASON' | 'SECOND_SIGNATURE' | 'BLOCK';

export type Choice = { value: string; name: Text; verdict?: Verdict };

export type Parameter = {
  id: string;
  name: Text;
  type: ParameterType;
  unit?: string;
  decimals?: number;
  limits?: Limits;
  classification: 'CPP' | 'CQA' | 'IPC' | 'INFO';
  source: Source;
  policy: OutsidePolicy;
  required: boolean;
  choices: Choice[];
  recorded?: RecordedValue;
};

export type IdentityScan = {
  id: string;
  name: Text;
  container: string;
  done?: { at: string; by: Person | string };
};

export type LiveTag = {
  tagId: string;
  name: Text;
  unit: string;
  decimals: number;
  low?: string;
  high?: string;
};

export type SignatureMeaning =
  'PERFORMED' | 'VERIFIED' | 'REVIEWED' | 'APPROVED' | 'RELEASED' | 'REJECTED' | 'CORRECTED';

export type StepView = {
  header: BatchHeader;
  key: string;
  number: string;
  unitProcedure: { id: string; number: string; title: Text };
  operation: Text;
  title: Text;
  instructions: Text[];
  caution?: Text;
  performer: Role;
  verification: 'NONE' | 'VERIFY' | 'BLIND_SECOND_ENTRY';
  signature?: SignatureMeaning;
  state: StepState;
  revision: number;
  openedAt?: string;
  performedBy?: Person | string;
  performedAt?: string;
  verifiedBy?: Person | string;
  verifiedAt?: string;
  identityScans: IdentityScan[];
  parameters: Parameter[];
  live: LiveTag[];
  holdTimes: HoldTime[];
  refusal?: Refusal;
  next?: { key: string };
};

export type IdentityCheck = {
  result: 'MATCH' | 'MISMATCH';
  expected: { coi: string; container: string };
  scanned: string | { coi?: string; container?: string; code?: string };
};

export type EvaluatedValue = {
  value?: string;
  display?: string;
  unit?: string;
  verdict: Verdict;
  problem?: Refusal;
  source?: string;
  provenance?: Record<string, string>;
  detail?: unknown;
};

export type Evaluation = { values: Record<string, EvaluatedValue> };

export type Challenge = {
  id: string;
  digest: string;
  meaning: SignatureMeaning;
  statement: Text;
  expiresAt: string;
  shown: Record<string, unknown>;
};

export type Signature = { challenge: string; user: string; password: string };

export type OpenedException = { number: string | number; severity: Severity; text: Text | string };

export type CompletionAnswer = {
  state: StepState;
  revision: number;
  exceptions: OpenedException[];
  next?: { batchId: string; key: string };
};

export type Severity = 'INFO' | 'MINOR' | 'MAJOR' | 'CRITICAL';

export type BatchException = {
  id: string;
  number: string;
  type: string;
  severity: Severity;
  step?: string;
  stepNumber?: string;
  parameter?: string;
  text: Text;
  value?: string;
  limit?: string;
  reason?: string;
  openedAt: string;
  openedBy: Person | string;
  state: 'OPEN' | 'ACCEPTED' | 'DEVIATION';
  decision?: string;
  comment?: string;
  decidedBy?: Person | string;
  decidedAt?: string;
};

export type ConnectionState = 'CONNECTING' | 'LIVE' | 'STALE' | 'DOWN' | 'UNTRUSTED';

export type LiveValue = {
  tag: string;
  v?: number | string;
  text?: string;
  t: string;
  q: string;
  stale: boolean;
};
