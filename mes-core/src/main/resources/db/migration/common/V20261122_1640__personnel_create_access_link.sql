-- Why: nobody but the person ever knows a password (R33); the first administrator comes by such a link (R35).
-- A row is a key that still opens: using, replacing or losing it removes it; the trail keeps what happened.
-- Owner: the web ring's security. Safe on a filled database: yes, new table only. Undo: drop the table.
CREATE TABLE access_link (
  token_digest varchar(64) PRIMARY KEY, -- SHA-256: the link itself is nowhere
  person_id    varchar(64), -- null: makes the first administrator
  expires_at   timestamp with time zone NOT NULL,
  CONSTRAINT uq_access_link__person UNIQUE (person_id),
  CONSTRAINT fk_access_link__person FOREIGN KEY (person_id) REFERENCES person (id)
);
