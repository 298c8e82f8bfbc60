-- Why: what the triggers of PostgreSQL refuse, H2 refuses too: rows of append-only tables never change
-- or go, rows of the others never go (R04, R14). Owner: package audit. A new table is listed in
-- AppendOnlyIT.
-- Safe on a filled database: yes, triggers and one empty table. Undo: drop them, before first
-- production use.
CREATE TRIGGER append_only_audit_event BEFORE UPDATE, DELETE ON audit_event FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_signature BEFORE UPDATE, DELETE ON signature FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_signature_void BEFORE UPDATE, DELETE ON signature_void FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_parameter_value BEFORE UPDATE, DELETE ON parameter_value FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_identity_check BEFORE UPDATE, DELETE ON identity_check FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_exception_decision BEFORE UPDATE, DELETE ON exception_decision FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_handled_request BEFORE UPDATE, DELETE ON handled_request FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_batch_disposition BEFORE UPDATE, DELETE ON batch_disposition FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_batch_equipment BEFORE DELETE ON batch_equipment FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_confirmed_command BEFORE UPDATE, DELETE ON confirmed_command FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_equipment_command BEFORE UPDATE, DELETE ON equipment_command FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_equipment_connection BEFORE UPDATE, DELETE ON equipment_connection FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_recipe_diagram BEFORE UPDATE, DELETE ON recipe_diagram FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_process_tag BEFORE UPDATE, DELETE ON process_tag FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_reading BEFORE UPDATE, DELETE ON reading FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';

CREATE TRIGGER no_delete_chain_head BEFORE DELETE ON chain_head FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_person BEFORE DELETE ON person FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_client BEFORE DELETE ON client FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_suite BEFORE DELETE ON suite FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_lot BEFORE DELETE ON lot FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_batch BEFORE DELETE ON batch FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_signature_challenge BEFORE DELETE ON signature_challenge FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_step_run BEFORE DELETE ON step_run FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_unit_procedure_run BEFORE DELETE ON unit_procedure_run FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_hold_timer BEFORE DELETE ON hold_timer FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_batch_exception BEFORE DELETE ON batch_exception FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_exception_gap BEFORE DELETE ON exception_gap FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_equipment BEFORE DELETE ON equipment FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_reading_gap BEFORE DELETE ON reading_gap FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_recipe_version BEFORE DELETE ON recipe_version FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';

-- TRUNCATE fires no trigger on H2, but it refuses a table that a foreign key points to. This table
-- has no rows and never will: it only points.
CREATE TABLE truncate_guard (
  audit_event_event_id uuid,
  signature_id uuid,
  signature_void_signature_id uuid,
  parameter_value_id uuid,
  identity_check_id uuid,
  exception_decision_id uuid,
  handled_request_request_id uuid,
  batch_disposition_batch_id uuid,
  batch_equipment_batch_id uuid,
  batch_equipment_role varchar(60),
  confirmed_command_command_key varchar(240),
  equipment_command_key varchar(240),
  equipment_connection_id uuid,
  recipe_diagram_recipe_version uuid,
  recipe_diagram_position integer,
  process_tag_id integer,
  reading_tag_id integer,
  reading_source_time timestamp with time zone,
  reading_sequence integer,
  chain_head_chain_id varchar(120),
  person_id varchar(64),
  client_id varchar(40),
  suite_id varchar(40),
  lot_code varchar(80),
  batch_id uuid,
  signature_challenge_id uuid,
  step_run_id uuid,
  unit_procedure_run_batch_id uuid,
  unit_procedure_run_unit_procedure varchar(60),
  hold_timer_id uuid,
  batch_exception_id uuid,
  exception_gap_id uuid,
  equipment_id varchar(64),
  reading_gap_id uuid,
  recipe_version_id uuid,
  no_rows boolean NOT NULL CHECK (no_rows AND NOT no_rows),
  CONSTRAINT fk_truncate_guard__audit_event FOREIGN KEY (audit_event_event_id)
    REFERENCES audit_event (event_id),
  CONSTRAINT fk_truncate_guard__signature FOREIGN KEY (signature_id)
    REFERENCES signature (id),
  CONSTRAINT fk_truncate_guard__signature_void FOREIGN KEY (signature_void_signature_id)
    REFERENCES signature_void (signature_id),
  CONSTRAINT fk_truncate_guard__parameter_value FOREIGN KEY (parameter_value_id)
    REFERENCES parameter_value (id),
  CONSTRAINT fk_truncate_guard__identity_check FOREIGN KEY (identity_check_id)
    REFERENCES identity_check (id),
  CONSTRAINT fk_truncate_guard__exception_decision FOREIGN KEY (exception_decision_id)
    REFERENCES exception_decision (id),
  CONSTRAINT fk_truncate_guard__handled_request FOREIGN KEY (handled_request_request_id)
    REFERENCES handled_request (request_id),
  CONSTRAINT fk_truncate_guard__batch_disposition FOREIGN KEY (batch_disposition_batch_id)
    REFERENCES batch_disposition (batch_id),
  CONSTRAINT fk_truncate_guard__batch_equipment FOREIGN KEY (batch_equipment_batch_id, batch_equipment_role)
    REFERENCES batch_equipment (batch_id, role),
  CONSTRAINT fk_truncate_guard__confirmed_command FOREIGN KEY (confirmed_command_command_key)
    REFERENCES confirmed_command (command_key),
  CONSTRAINT fk_truncate_guard__equipment_command FOREIGN KEY (equipment_command_key)
    REFERENCES equipment_command (key),
  CONSTRAINT fk_truncate_guard__equipment_connection FOREIGN KEY (equipment_connection_id)
    REFERENCES equipment_connection (id),
  CONSTRAINT fk_truncate_guard__recipe_diagram FOREIGN KEY (recipe_diagram_recipe_version, recipe_diagram_position)
    REFERENCES recipe_diagram (recipe_version, position),
  CONSTRAINT fk_truncate_guard__process_tag FOREIGN KEY (process_tag_id)
    REFERENCES process_tag (id),
  CONSTRAINT fk_truncate_guard__reading FOREIGN KEY (reading_tag_id, reading_source_time, reading_sequence)
    REFERENCES reading (tag_id, source_time, sequence),
  CONSTRAINT fk_truncate_guard__chain_head FOREIGN KEY (chain_head_chain_id)
    REFERENCES chain_head (chain_id),
  CONSTRAINT fk_truncate_guard__person FOREIGN KEY (person_id)
    REFERENCES person (id),
  CONSTRAINT fk_truncate_guard__client FOREIGN KEY (client_id)
    REFERENCES client (id),
  CONSTRAINT fk_truncate_guard__suite FOREIGN KEY (suite_id)
    REFERENCES suite (id),
  CONSTRAINT fk_truncate_guard__lot FOREIGN KEY (lot_code)
    REFERENCES lot (code),
  CONSTRAINT fk_truncate_guard__batch FOREIGN KEY (batch_id)
    REFERENCES batch (id),
  CONSTRAINT fk_truncate_guard__signature_challenge FOREIGN KEY (signature_challenge_id)
    REFERENCES signature_challenge (id),
  CONSTRAINT fk_truncate_guard__step_run FOREIGN KEY (step_run_id)
    REFERENCES step_run (id),
  CONSTRAINT fk_truncate_guard__unit_procedure_run FOREIGN KEY (unit_procedure_run_batch_id, unit_procedure_run_unit_procedure)
    REFERENCES unit_procedure_run (batch_id, unit_procedure),
  CONSTRAINT fk_truncate_guard__hold_timer FOREIGN KEY (hold_timer_id)
    REFERENCES hold_timer (id),
  CONSTRAINT fk_truncate_guard__batch_exception FOREIGN KEY (batch_exception_id)
    REFERENCES batch_exception (id),
  CONSTRAINT fk_truncate_guard__exception_gap FOREIGN KEY (exception_gap_id)
    REFERENCES exception_gap (id),
  CONSTRAINT fk_truncate_guard__equipment FOREIGN KEY (equipment_id)
    REFERENCES equipment (id),
  CONSTRAINT fk_truncate_guard__reading_gap FOREIGN KEY (reading_gap_id)
    REFERENCES reading_gap (id),
  CONSTRAINT fk_truncate_guard__recipe_version FOREIGN KEY (recipe_version_id)
    REFERENCES recipe_version (id)
);
