-- Why: a block stays as it was sealed; how far a unit is sealed may move on, never go (R04).
-- Owner: package batchrecord. Safe on a filled database: yes, triggers only. Undo: drop the triggers.
CREATE TRIGGER append_only_reading_block BEFORE UPDATE, DELETE ON reading_block FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER no_delete_reading_seal BEFORE DELETE ON reading_seal FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';

-- See V20261122_0855: what is pointed at is not truncated.
ALTER TABLE truncate_guard ADD COLUMN reading_block_batch_id uuid;
ALTER TABLE truncate_guard ADD COLUMN reading_block_equipment_id varchar(64);
ALTER TABLE truncate_guard ADD COLUMN reading_block_tag varchar(64);
ALTER TABLE truncate_guard ADD COLUMN reading_block_minute timestamp with time zone;
ALTER TABLE truncate_guard ADD COLUMN reading_block_version integer;
ALTER TABLE truncate_guard ADD CONSTRAINT fk_truncate_guard__reading_block
  FOREIGN KEY (reading_block_batch_id, reading_block_equipment_id, reading_block_tag, reading_block_minute, reading_block_version)
  REFERENCES reading_block (batch_id, equipment_id, tag, "minute", version);
ALTER TABLE truncate_guard ADD COLUMN reading_seal_batch_id uuid;
ALTER TABLE truncate_guard ADD COLUMN reading_seal_equipment_id varchar(64);
ALTER TABLE truncate_guard ADD CONSTRAINT fk_truncate_guard__reading_seal
  FOREIGN KEY (reading_seal_batch_id, reading_seal_equipment_id)
  REFERENCES reading_seal (batch_id, equipment_id);
