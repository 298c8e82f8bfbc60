-- Why: the append-only, hash-chained trail (requirements R01, R06; design D.4). Owner: package audit.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE audit_event (
  chain_id    varchar(120) NOT NULL,
  seq         bigint       NOT NULL, -- 1, 2, 3 ... without holes in its chain
  event_id    uuid         NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  actor       varchar(80)  NOT NULL,
  action      varchar(80)  NOT NULL,
  entity      varchar(60)  NOT NULL,
  entity_id   varchar(200) NOT NULL,
  body        text         NOT NULL, -- canonical JSON (RFC 8785), kept as text
  prev_hash   char(64)     NOT NULL,
  hash        char(64)     NOT NULL,
  algorithm   varchar(20)  NOT NULL,
  CONSTRAINT pk_audit_event PRIMARY KEY (chain_id, seq),
  CONSTRAINT uq_audit_event__event_id UNIQUE (event_id)
);
CREATE INDEX ix_audit_event__recorded_at ON audit_event (recorded_at);

-- The end of each chain; locked last in every transaction.
CREATE TABLE chain_head (
  chain_id varchar(120) PRIMARY KEY,
  seq      bigint       NOT NULL,
  hash     char(64)     NOT NULL
);
