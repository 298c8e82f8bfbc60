-- The tables of docs/trail-format.md, as far as the sample needs them.
CREATE TABLE audit_event (chain_id varchar(120), seq bigint, event_id uuid,
  recorded_at timestamp with time zone, actor varchar(80), action varchar(80),
  entity varchar(60), entity_id varchar(200), body text, prev_hash char(64), hash char(64),
  algorithm varchar(20), PRIMARY KEY (chain_id, seq));
CREATE TABLE chain_head (chain_id varchar(120) PRIMARY KEY, seq bigint, hash char(64));
CREATE TABLE recipe_version (id uuid PRIMARY KEY, package_hash char(64), model text);
CREATE TABLE batch (id uuid PRIMARY KEY, number varchar(20), recipe_version uuid,
  recipe_hash char(64), control_recipe text, state varchar(20), body_weight_kg numeric(7,3));
CREATE TABLE signature (id uuid PRIMARY KEY, chain_id varchar(120), subject varchar(240),
  meaning varchar(20), person_id varchar(64), content text, digest char(64),
  binding char(64));
CREATE TABLE signature_void (signature_id uuid PRIMARY KEY, reason varchar(200));
CREATE TABLE person_role (person_id varchar(64), role varchar(40),
  PRIMARY KEY (person_id, role));
CREATE TABLE process_tag (id integer PRIMARY KEY, equipment_id varchar(64), tag varchar(64));
CREATE TABLE reading (tag_id integer, source_time timestamp with time zone, sequence integer,
  value_number double precision, value_text varchar(1000), unit varchar(40), quality smallint,
  status_code bigint, server_time timestamp with time zone,
  received_at timestamp with time zone, origin smallint,
  PRIMARY KEY (tag_id, source_time, sequence));
CREATE TABLE reading_block (run_id uuid, batch_id uuid, equipment_id varchar(64),
  tag varchar(64), "minute" timestamp with time zone, version integer, readings integer,
  hash char(64), sealed_at timestamp with time zone,
  PRIMARY KEY (batch_id, equipment_id, tag, "minute", version));
CREATE TABLE checkpoint_leaf (epoch integer, leaf_index bigint, chain_id varchar(120),
  seq bigint, hash char(64), PRIMARY KEY (epoch, leaf_index));
CREATE TABLE checkpoint (epoch integer, size bigint, root char(64), note text,
  sealed_at timestamp with time zone, PRIMARY KEY (epoch, size));
CREATE TABLE checkpoint_stamp (epoch integer, size bigint, tsa varchar(200),
  stamped_at timestamp with time zone, token text);
