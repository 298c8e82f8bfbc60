-- Why: equipment of the site, history of its connections, meaning of its tags, confirmed commands.
-- Owner: package equipment.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE equipment (
  id              varchar(64)  PRIMARY KEY,
  equipment_class varchar(64)  NOT NULL,
  name_en         varchar(120) NOT NULL,
  name_ja         varchar(120) NOT NULL,
  suite           varchar(40)  NOT NULL,
  calibration_due date,
  registered_at   timestamp with time zone NOT NULL
);
CREATE INDEX ix_equipment__class ON equipment (equipment_class);

-- Append only: one line per change. The id is a UUIDv7 and gives the order.
CREATE TABLE equipment_connection (
  id           uuid         PRIMARY KEY,
  equipment_id varchar(64)  NOT NULL,
  state        varchar(16)  NOT NULL,
  since        timestamp with time zone NOT NULL,
  reason       varchar(400),
  thumbprint   varchar(64),
  subject      varchar(400)
);
CREATE INDEX ix_equipment_connection__equipment ON equipment_connection (equipment_id, id);

-- The present tag maps; every change is an event of the trail.
CREATE TABLE tag_definition (
  equipment_class varchar(64)  NOT NULL,
  tag             varchar(64)  NOT NULL,
  position        integer      NOT NULL,
  name_en         varchar(120) NOT NULL,
  name_ja         varchar(120) NOT NULL,
  tag_type        varchar(16)  NOT NULL,
  unit            varchar(40),
  decimals        integer      NOT NULL,
  display_low     numeric(20,6),
  display_high    numeric(20,6),
  alert_low       numeric(20,6),
  alert_high      numeric(20,6),
  action_low      numeric(20,6),
  action_high     numeric(20,6),
  interval_ms     bigint       NOT NULL,
  max_silence_ms  bigint       NOT NULL,
  critical        boolean      NOT NULL,
  node            varchar(400) NOT NULL,
  CONSTRAINT pk_tag_definition PRIMARY KEY (equipment_class, tag)
);

-- A command with the same key is never carried out twice (RF16). Append only.
CREATE TABLE confirmed_command (
  command_key  varchar(240) PRIMARY KEY,
  equipment_id varchar(64)  NOT NULL,
  job          varchar(64)  NOT NULL,
  action       varchar(32)  NOT NULL,
  program      varchar(120),
  run          varchar(200),
  state        varchar(64)  NOT NULL,
  confirmed_at timestamp with time zone NOT NULL
);
