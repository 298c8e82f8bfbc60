-- Why: a rule or a hold that was in force stays readable and is sealed into the trail (R04, R06, R81). Owner: package retention.
-- Safe on a filled database: yes, triggers only. Undo: drop the triggers, before first production use.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON retention_rule FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON legal_hold FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON retention_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON legal_hold FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CALL seal_table('retention_rule');
CALL seal_table('legal_hold');
