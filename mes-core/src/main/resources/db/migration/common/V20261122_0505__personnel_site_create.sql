-- Why: persons with roles and client scope; credentials of the local accounts; clients and suites.
-- Owner: packages personnel, site; credential belongs to the web ring's security.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE person (
  id         varchar(64)  PRIMARY KEY, -- the user id; never reused (R28)
  name_en    varchar(120) NOT NULL,
  name_ja    varchar(120) NOT NULL,
  active     boolean      NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE person_role (
  person_id varchar(64) NOT NULL,
  role      varchar(40) NOT NULL,
  CONSTRAINT pk_person_role PRIMARY KEY (person_id, role),
  CONSTRAINT fk_person_role__person FOREIGN KEY (person_id) REFERENCES person (id)
);
-- A person with rows here sees only these clients; one without sees all.
CREATE TABLE person_client (
  person_id varchar(64) NOT NULL,
  client_id varchar(40) NOT NULL,
  CONSTRAINT pk_person_client PRIMARY KEY (person_id, client_id),
  CONSTRAINT fk_person_client__person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE TABLE credential (
  person_id       varchar(64)  PRIMARY KEY,
  password_hash   varchar(400) NOT NULL,
  failed_attempts integer      NOT NULL,
  locked_at       timestamp with time zone,
  changed_at      timestamp with time zone NOT NULL,
  CONSTRAINT fk_credential__person FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE TABLE client (
  id      varchar(40)  PRIMARY KEY,
  name_en varchar(120) NOT NULL,
  name_ja varchar(120) NOT NULL
);
CREATE TABLE suite (
  id      varchar(40)  PRIMARY KEY,
  name_en varchar(120) NOT NULL,
  name_ja varchar(120) NOT NULL
);
