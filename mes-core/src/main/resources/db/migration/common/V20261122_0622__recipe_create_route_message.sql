-- Why: a device may report the end of a run before the batch's token waits for it (at least once,
-- any order). Owner: module workflows.
-- Safe on a filled database: yes, new tables only. Undo: drop tables while no batch runs.
CREATE TABLE route_lock (
  batch_id uuid PRIMARY KEY -- locked while messages and tokens of a batch are matched
);
CREATE TABLE route_message (
  batch_id     uuid         NOT NULL,
  message      varchar(120) NOT NULL,
  pass         integer      NOT NULL, -- of the command that started the run; 0: of none
  received_at  timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  CONSTRAINT pk_route_message PRIMARY KEY (batch_id, message, pass)
);
