-- Why: an exception for missing readings names the unit and every gap of one outage from its first to
-- its last moment (R73); the gap ends later than the exception opens. Owner: package batchrecord.
-- Safe on a filled database: yes, new table only; older exceptions keep the value they have.
-- Undo: drop the table, before first production use.
CREATE TABLE exception_gap (
  id           uuid        PRIMARY KEY,
  exception_id uuid        NOT NULL,
  equipment_id varchar(64) NOT NULL,
  tag          varchar(64), -- null: the whole unit was silent
  from_time    timestamp with time zone NOT NULL,
  to_time      timestamp with time zone, -- set once, when readings come again
  CONSTRAINT fk_exception_gap__exception FOREIGN KEY (exception_id) REFERENCES batch_exception (id)
);
CREATE INDEX ix_exception_gap__exception ON exception_gap (exception_id);
CREATE INDEX ix_exception_gap__equipment ON exception_gap (equipment_id, to_time);
