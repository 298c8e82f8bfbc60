-- Why: QA's decision on a batch with what it rested on (R26, R32). Owner: package release.
-- Safe on a filled database: yes, new table only. Undo: drop table, before first production use.
CREATE TABLE batch_disposition (
  batch_id     uuid         PRIMARY KEY, -- a batch is disposed of once
  request_id   uuid         NOT NULL,
  decision     varchar(20)  NOT NULL,    -- RELEASED REJECTED
  reason       varchar(2000),
  decided_by   varchar(64)  NOT NULL,
  decided_at   timestamp with time zone NOT NULL,
  signature_id uuid         NOT NULL,
  evidence     text         NOT NULL,    -- JSON: gates and coverage at that moment
  CONSTRAINT uq_batch_disposition__request_id UNIQUE (request_id),
  CONSTRAINT fk_batch_disposition__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
