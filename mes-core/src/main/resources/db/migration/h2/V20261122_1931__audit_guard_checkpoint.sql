-- Why: checkpoints refuse change and removal as the chains do (R04, R14). Owner: package audit.
-- Safe on a filled database: yes, triggers and one empty table. Undo: drop them, before first
-- production use.
CREATE TRIGGER append_only_trail_epoch BEFORE UPDATE, DELETE ON trail_epoch FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_checkpoint_leaf BEFORE UPDATE, DELETE ON checkpoint_leaf FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_checkpoint BEFORE UPDATE, DELETE ON checkpoint FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';
CREATE TRIGGER append_only_checkpoint_stamp BEFORE UPDATE, DELETE ON checkpoint_stamp FOR EACH ROW CALL 'io.kizuna.audit.internal.RefuseChange';

-- As truncate_guard: no rows, it only points.
CREATE TABLE truncate_guard_checkpoint (
  trail_epoch_epoch bigint,
  checkpoint_leaf_epoch bigint,
  checkpoint_leaf_leaf_index bigint,
  checkpoint_epoch bigint,
  checkpoint_size bigint,
  checkpoint_stamp_epoch bigint,
  checkpoint_stamp_size bigint,
  checkpoint_stamp_tsa varchar(300),
  no_rows boolean NOT NULL CHECK (no_rows AND NOT no_rows),
  CONSTRAINT fk_truncate_guard__trail_epoch FOREIGN KEY (trail_epoch_epoch)
    REFERENCES trail_epoch (epoch),
  CONSTRAINT fk_truncate_guard__checkpoint_leaf FOREIGN KEY (checkpoint_leaf_epoch, checkpoint_leaf_leaf_index)
    REFERENCES checkpoint_leaf (epoch, leaf_index),
  CONSTRAINT fk_truncate_guard__checkpoint FOREIGN KEY (checkpoint_epoch, checkpoint_size)
    REFERENCES checkpoint (epoch, size),
  CONSTRAINT fk_truncate_guard__checkpoint_stamp FOREIGN KEY (checkpoint_stamp_epoch, checkpoint_stamp_size, checkpoint_stamp_tsa)
    REFERENCES checkpoint_stamp (epoch, size, tsa)
);
