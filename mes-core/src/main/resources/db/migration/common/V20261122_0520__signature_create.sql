-- Why: challenges (single use, 120 s, R25) and signatures bound to a digest (R23). Owner: signature.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE signature_challenge (
  id         uuid         PRIMARY KEY,
  session    varchar(80)  NOT NULL,
  chain_id   varchar(120) NOT NULL,
  subject    varchar(240) NOT NULL, -- what is signed, for example step:<id>:perform
  meaning    varchar(20)  NOT NULL,
  content    text         NOT NULL, -- canonical JSON of what is shown
  digest     char(64)     NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at    timestamp with time zone
);
CREATE TABLE signature (
  id           uuid         PRIMARY KEY,
  chain_id     varchar(120) NOT NULL,
  subject      varchar(240) NOT NULL,
  meaning      varchar(20)  NOT NULL,
  person_id    varchar(64)  NOT NULL,
  name_en      varchar(120) NOT NULL, -- frozen at signing time (R28)
  name_ja      varchar(120) NOT NULL,
  language     varchar(5)   NOT NULL,
  content      text         NOT NULL,
  digest       char(64)     NOT NULL,
  challenge_id uuid         NOT NULL,
  signed_at    timestamp with time zone NOT NULL,
  CONSTRAINT uq_signature__challenge_id UNIQUE (challenge_id)
);
CREATE INDEX ix_signature__chain ON signature (chain_id);
-- A signature is never removed (R31): it becomes void, with a reason, when the record moves on.
CREATE TABLE signature_void (
  signature_id uuid          PRIMARY KEY,
  reason       varchar(2000) NOT NULL,
  voided_at    timestamp with time zone NOT NULL,
  CONSTRAINT fk_signature_void__signature FOREIGN KEY (signature_id) REFERENCES signature (id)
);
