-- Why: the electronic batch record. Owner: package batchrecord.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE unit_procedure_run (
  batch_id       uuid        NOT NULL,
  unit_procedure varchar(60) NOT NULL,
  started_at     timestamp with time zone NOT NULL,
  ended_at       timestamp with time zone,
  CONSTRAINT pk_unit_procedure_run PRIMARY KEY (batch_id, unit_procedure)
);
-- Where a step stands. What was recorded in it is append-only, below.
CREATE TABLE step_run (
  id             uuid        PRIMARY KEY,
  batch_id       uuid        NOT NULL,
  unit_procedure varchar(60) NOT NULL,
  step           varchar(80) NOT NULL,
  occurrence     integer     NOT NULL,
  state          varchar(24) NOT NULL, -- OPEN AWAITING_VERIFICATION COMPLETE ABANDONED
  revision       integer     NOT NULL, -- grows with every change of the record of this step
  routed         boolean     NOT NULL, -- whether the route has moved past it
  opened_at      timestamp with time zone NOT NULL,
  performed_at   timestamp with time zone,
  performed_by   varchar(80),
  verified_at    timestamp with time zone,
  verified_by    varchar(80),
  completed_at   timestamp with time zone,
  language       varchar(5),
  comment        varchar(2000),
  CONSTRAINT uq_step_run__step UNIQUE (batch_id, unit_procedure, step, occurrence),
  CONSTRAINT fk_step_run__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
CREATE INDEX ix_step_run__state ON step_run (state, batch_id);
CREATE TABLE parameter_value (
  id          uuid          PRIMARY KEY,
  step_run_id uuid          NOT NULL,
  parameter   varchar(80)   NOT NULL,
  revision    integer       NOT NULL, -- a correction is a new row with the next number
  value       varchar(4000) NOT NULL, -- exactly as entered, read or computed
  unit        varchar(40),
  verdict     varchar(12)   NOT NULL,
  source      varchar(16)   NOT NULL,
  provenance  varchar(4000),          -- JSON: tag, times, quality, formula inputs, coverage, hash
  reason      varchar(2000),
  recorded_by varchar(80)   NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT uq_parameter_value__revision UNIQUE (step_run_id, parameter, revision),
  CONSTRAINT fk_parameter_value__step_run FOREIGN KEY (step_run_id) REFERENCES step_run (id)
);
CREATE TABLE identity_check (
  id          uuid         PRIMARY KEY,
  step_run_id uuid         NOT NULL,
  scan        varchar(80)  NOT NULL,
  code        varchar(200) NOT NULL,
  matched     boolean      NOT NULL,
  checked_by  varchar(80)  NOT NULL,
  checked_at  timestamp with time zone NOT NULL,
  CONSTRAINT fk_identity_check__step_run FOREIGN KEY (step_run_id) REFERENCES step_run (id)
);
CREATE INDEX ix_identity_check__step_run ON identity_check (step_run_id);
CREATE TABLE hold_timer (
  id             uuid        PRIMARY KEY,
  batch_id       uuid        NOT NULL,
  unit_procedure varchar(60) NOT NULL,
  hold_time      varchar(20) NOT NULL,
  started_at     timestamp with time zone NOT NULL,
  stopped_at     timestamp with time zone,
  breached       varchar(12), -- ALERT or REJECT once an exception was opened for it
  CONSTRAINT fk_hold_timer__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
CREATE INDEX ix_hold_timer__batch ON hold_timer (batch_id);
CREATE TABLE batch_exception (
  id          uuid          PRIMARY KEY,
  batch_id    uuid          NOT NULL,
  number      integer       NOT NULL,
  type        varchar(40)   NOT NULL,
  severity    varchar(12)   NOT NULL,
  step_run_id uuid,
  parameter   varchar(80),
  text_en     varchar(2000) NOT NULL,
  text_ja     varchar(2000) NOT NULL,
  value       varchar(400),
  limit_text  varchar(400),
  reason      varchar(2000),
  opened_at   timestamp with time zone NOT NULL,
  opened_by   varchar(80)   NOT NULL,
  state       varchar(12)   NOT NULL, -- OPEN ACCEPTED DEVIATION CLOSED
  CONSTRAINT uq_batch_exception__number UNIQUE (batch_id, number),
  CONSTRAINT fk_batch_exception__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
CREATE TABLE exception_decision (
  id           uuid          PRIMARY KEY,
  exception_id uuid          NOT NULL,
  decision     varchar(20)   NOT NULL,
  comment      varchar(2000) NOT NULL,
  decided_by   varchar(80)   NOT NULL,
  decided_at   timestamp with time zone NOT NULL,
  signature_id uuid          NOT NULL,
  CONSTRAINT fk_exception_decision__exception FOREIGN KEY (exception_id) REFERENCES batch_exception (id)
);
CREATE TABLE equipment_command (
  key            varchar(240) PRIMARY KEY,
  batch_id       uuid         NOT NULL,
  unit_procedure varchar(60)  NOT NULL,
  command        varchar(80)  NOT NULL,
  equipment_id   varchar(40)  NOT NULL,
  action         varchar(20)  NOT NULL,
  program        varchar(80),
  run            varchar(200),
  state          varchar(40)  NOT NULL,
  confirmed_at   timestamp with time zone NOT NULL
);
-- A request sent twice is recorded once: the second one gets the first one's answer.
CREATE TABLE handled_request (
  request_id uuid        PRIMARY KEY,
  kind       varchar(40) NOT NULL,
  person_id  varchar(80) NOT NULL,
  digest     char(64)    NOT NULL,
  answer     text        NOT NULL,
  handled_at timestamp with time zone NOT NULL
);
