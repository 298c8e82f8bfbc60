-- Why: a rule or a hold that was in force stays readable and is sealed into the trail (R04, R06, R81). Owner: package retention.
-- Safe on a filled database: yes, triggers and empty columns. Undo: drop them, before first production use.
CREATE TRIGGER append_only_retention_rule BEFORE UPDATE, DELETE ON retention_rule FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_legal_hold BEFORE UPDATE, DELETE ON legal_hold FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
ALTER TABLE truncate_guard ADD COLUMN retention_rule_id uuid;
ALTER TABLE truncate_guard ADD COLUMN legal_hold_id uuid;
ALTER TABLE truncate_guard ADD CONSTRAINT fk_truncate_guard__retention_rule FOREIGN KEY (retention_rule_id)
  REFERENCES retention_rule (id);
ALTER TABLE truncate_guard ADD CONSTRAINT fk_truncate_guard__legal_hold FOREIGN KEY (legal_hold_id)
  REFERENCES legal_hold (id);

CREATE TRIGGER seal_row_retention_rule AFTER INSERT, UPDATE, DELETE ON retention_rule FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
CREATE TRIGGER seal_row_legal_hold AFTER INSERT, UPDATE, DELETE ON legal_hold FOR EACH ROW CALL 'io.kizuna.audit.internal.SealRow';
