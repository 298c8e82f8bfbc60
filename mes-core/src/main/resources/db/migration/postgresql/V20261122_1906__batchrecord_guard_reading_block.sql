-- Why: a block stays as it was sealed; how far a unit is sealed may move on, never go (R04).
-- Owner: package batchrecord. Safe on a filled database: yes, triggers only. Undo: drop the triggers.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reading_block FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reading_block FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON reading_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reading_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
