-- Why: every row of the record is sealed into the trail as it is after each change, so that an edit behind
-- the system's back shows (R06, D.4.5; docs/trail-format.md, section 2). A transaction that changes such
-- rows and records no event is refused at its end. Owner: package audit. A later table is sealed the same
-- way by the migration that creates it, and named in docs/trail-format.md.
-- Safe on a filled database: yes, triggers only; rows get their seal when they change next.
-- Undo: drop the triggers and functions, before first production use.

CREATE ALIAS sealed_rows FOR 'io.kizuna.audit.internal.SealRow.sealedRows';
CREATE ALIAS take_sealed_rows FOR 'io.kizuna.audit.internal.SealRow.takeSealedRows';

CREATE TRIGGER seal_row_batch AFTER INSERT, UPDATE, DELETE ON batch FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_batch_equipment AFTER INSERT, UPDATE, DELETE ON batch_equipment FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_unit_procedure_run AFTER INSERT, UPDATE, DELETE ON unit_procedure_run FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_step_run AFTER INSERT, UPDATE, DELETE ON step_run FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_parameter_value AFTER INSERT, UPDATE, DELETE ON parameter_value FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_identity_check AFTER INSERT, UPDATE, DELETE ON identity_check FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_hold_timer AFTER INSERT, UPDATE, DELETE ON hold_timer FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_batch_exception AFTER INSERT, UPDATE, DELETE ON batch_exception FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_exception_decision AFTER INSERT, UPDATE, DELETE ON exception_decision FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_exception_gap AFTER INSERT, UPDATE, DELETE ON exception_gap FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_equipment_command AFTER INSERT, UPDATE, DELETE ON equipment_command FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_batch_disposition AFTER INSERT, UPDATE, DELETE ON batch_disposition FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_signature AFTER INSERT, UPDATE, DELETE ON signature FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_signature_void AFTER INSERT, UPDATE, DELETE ON signature_void FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_recipe_version AFTER INSERT, UPDATE, DELETE ON recipe_version FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_recipe_diagram AFTER INSERT, UPDATE, DELETE ON recipe_diagram FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_lot AFTER INSERT, UPDATE, DELETE ON lot FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_equipment AFTER INSERT, UPDATE, DELETE ON equipment FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_tag_definition AFTER INSERT, UPDATE, DELETE ON tag_definition FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_confirmed_command AFTER INSERT, UPDATE, DELETE ON confirmed_command FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_person AFTER INSERT, UPDATE, DELETE ON person FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_person_role AFTER INSERT, UPDATE, DELETE ON person_role FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_person_client AFTER INSERT, UPDATE, DELETE ON person_client FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_client AFTER INSERT, UPDATE, DELETE ON client FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_suite AFTER INSERT, UPDATE, DELETE ON suite FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
