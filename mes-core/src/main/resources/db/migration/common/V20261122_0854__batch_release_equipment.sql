-- Why: a unit that holds one batch is free for the next when the batch has left it, not only when it
-- has ended (R62). Owner: package batch.
-- Safe on a filled database: yes, new column; null means still bound. Undo: drop the column.
ALTER TABLE batch_equipment ADD COLUMN released_at timestamp with time zone;
