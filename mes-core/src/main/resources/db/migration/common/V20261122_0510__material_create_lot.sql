-- Why: lots that may be consumed, and what their certificate states. Owner: package material.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE lot (
  code       varchar(80)  PRIMARY KEY, -- what the label carries
  material   varchar(80)  NOT NULL,
  status     varchar(20)  NOT NULL, -- QUARANTINE RELEASED BLOCKED
  expires_at timestamp with time zone NOT NULL,
  attributes text         NOT NULL  -- JSON object: attribute of the certificate to its value
);
