-- Why: order and batch with its frozen control recipe (R48, F10). Owner: package batch.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE batch (
  id              uuid         PRIMARY KEY,
  request_id      uuid         NOT NULL,
  number          varchar(20)  NOT NULL,
  product         varchar(80)  NOT NULL,
  client_id       varchar(40)  NOT NULL,
  suite_id        varchar(40)  NOT NULL,
  recipe_version  uuid         NOT NULL,
  recipe_hash     char(64)     NOT NULL,
  control_recipe  text         NOT NULL, -- JSON, an exact copy of the approved master
  coi             varchar(40)  NOT NULL,
  short_code      varchar(10)  NOT NULL,
  check_word      varchar(20)  NOT NULL,
  glyph           integer      NOT NULL,
  patient_token   varchar(60)  NOT NULL, -- pseudonym
  body_weight_kg  numeric(7,3) NOT NULL,
  state           varchar(20)  NOT NULL, -- ISA-88: IDLE RUNNING HELD COMPLETE STOPPED ABORTED
  hold_reason     varchar(2000),
  disposition     varchar(20),           -- RELEASED REJECTED
  created_at      timestamp with time zone NOT NULL,
  created_by      varchar(64)  NOT NULL,
  ended_at        timestamp with time zone,
  disposed_at     timestamp with time zone,
  CONSTRAINT uq_batch__request_id UNIQUE (request_id),
  CONSTRAINT uq_batch__number UNIQUE (number),
  CONSTRAINT uq_batch__coi UNIQUE (coi)
);
CREATE INDEX ix_batch__state ON batch (state, created_at);
CREATE TABLE batch_equipment (
  batch_id     uuid        NOT NULL,
  role         varchar(60) NOT NULL,
  equipment_id varchar(40) NOT NULL,
  CONSTRAINT pk_batch_equipment PRIMARY KEY (batch_id, role),
  CONSTRAINT fk_batch_equipment__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
CREATE INDEX ix_batch_equipment__equipment ON batch_equipment (equipment_id);
-- Numbers people speak: one row per month and kind.
CREATE TABLE number_series (
  series varchar(20) PRIMARY KEY,
  last   integer     NOT NULL
);
