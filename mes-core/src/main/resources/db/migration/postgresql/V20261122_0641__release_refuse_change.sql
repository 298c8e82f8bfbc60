-- Why: a decision stays as it was (R04). Owner: package release.
-- Safe on a filled database: yes, trigger only. Undo: drop the trigger, before first production use.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON batch_disposition FOR EACH ROW EXECUTE FUNCTION refuse_change();
