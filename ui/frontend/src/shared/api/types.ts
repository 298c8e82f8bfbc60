/**
 * The words of the pages for what the server answers. Everything here is generated from the
 * interface (ui/codegen); nothing is typed a second time. Decimal numbers are text, times ISO-8601 UTC.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Text = Schemas['Text'];
export type Role = Schemas['Role'];
export type Person = Schemas['PersonRef'];
export type PlantClock = Schemas['PlantClock'];
export type Session = Schemas['SessionView'];

export type PeopleView = Schemas['PeopleView'];
export type PersonLine = Schemas['PersonLine'];
export type PasswordLink = Schemas['PasswordLink'];
export type AccessLink = Schemas['AccessLinkView'];
export type NewAdministrator = Schemas['NewAdministrator'];

export type TrailCheckpoint = Schemas['CheckpointView'];
export type TrailAlarm = Schemas['AlarmView'];

export type Refusal = Schemas['Refusal'];
export type Fault = Schemas['Fault'];
export type ProblemDocument = Schemas['Problem'];

export type BatchState = Schemas['BatchState'];
export type BatchHeader = Schemas['BatchHeader'];
export type BatchLine = Schemas['BatchLine'];
export type BatchView = Schemas['BatchView'];
export type UnitProcedureView = Schemas['UnitProcedureView'];
export type StepLine = Schemas['StepLine'];
export type BoundEquipment = Schemas['BoundUnit'];
export type Disposition = Schemas['BatchDisposition'];
export type HoldTime = Schemas['HoldTimeView'];
export type HoldTimeState = Schemas['ReadRecordHoldState'];

export type Work = Schemas['Work'];
export type WorkItem = Schemas['WorkItem'];
export type WorkAction = Schemas['WorkListAction'];

export type StepView = Schemas['StepView'];
export type StepState = Schemas['StepLineState'];
export type Verdict = Schemas['Verdict'];
export type Limits = Schemas['Limits'];
export type Source = Schemas['Source'];
export type Parameter = Schemas['ParameterView'];
export type ParameterType = Schemas['ParameterType'];
export type RecordedValue = Schemas['ValueView'];
export type IdentityScan = Schemas['ScanView'];
export type IdentityCheck = Schemas['ScanAnswer'];
export type LiveTag = Schemas['LiveView'];
export type EvaluatedValue = Schemas['EvaluatedView'];
export type Evaluation = Schemas['Evaluation'];
export type CompletionAnswer = Schemas['StepOutcome'];

export type SignatureMeaning = Schemas['Meaning'];
export type Challenge = Schemas['ChallengeView'];
export type Signature = Schemas['SignatureBody'];

export type Severity = Schemas['BatchExceptionSeverity'];
export type BatchException = Schemas['ExceptionView'];
export type OpenedException = Schemas['OpenedException'];

export type Equipment = Schemas['EquipmentView'];
export type EquipmentTag = Schemas['TagView'];
export type Connection = Schemas['ConnectionView'];
/** `thumbprint` is SHA-1, as OPC UA tools show it; `fingerprint` SHA-256. */
export type Certificate = Schemas['CertificateView'];
export type ConnectionState = Schemas['ConnectionState'];

export type Diagram = Schemas['DiagramView'];
export type Activity = Schemas['Activity'];

/** Data of the events of `/api/live`, by name. */
export type LiveEvents = Schemas['LiveEvents'];
export type LiveValue = Schemas['TagValue'];

export type AuditEntry = Schemas['AuditEntry'];
export type AuditChain = Schemas['AuditChain'];

/** Readings of one tag, reduced on the server. */
export type Readings = Schemas['Lane'];

export type OrderOptions = Schemas['OrderOptions'];
export type NewOrder = Schemas['Order'];
/** An order becomes exactly one batch: what the labels must show from now on. */
export type Ordered = Schemas['Ordered'];

export type RecipeLine = Schemas['VersionView'];
export type Recipe = Schemas['RecipeView'];
export type RecipeUnitProcedure = Schemas['UnitProcedure'];
export type RecipeStep = Schemas['Step'];

export type Review = Schemas['ReviewView'];
export type Coverage = Schemas['ReviewBatchCoverage'];
export type QueueLine = Schemas['QueueLine'];
export type Decision = Schemas['OpenExceptionsDecision'];

/** The whole record of a batch; its parts are those of the document, not of the pages. */
export type BatchRecord = Schemas['BatchRecord'];
export type RecordUnitProcedure = Schemas['RecordedUnitProcedure'];
export type RecordStep = Schemas['RecordedStep'];
export type RecordLine = Schemas['RecordedStepLine'];
export type RecordValue = Schemas['RecordedStepValue'];
export type RecordSignature = Schemas['RecordedSignature'];
export type RecordIdentityCheck = Schemas['RecordedStepIdentityCheck'];
export type RecordException = Schemas['RecordedException'];
export type RecordCurve = Schemas['BatchRecordCurve'];
export type RecordCommand = Schemas['BatchRecordCommand'];
export type RecordGap = Schemas['BatchRecordGap'];
