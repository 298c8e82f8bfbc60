-- Why: what was met may be a typed text of 2000 characters or the list of all gaps of an outage; an exception
-- that does not fit must not undo what it tells of. Owner: package batchrecord.
-- Safe on a filled database: yes, wider column only. Undo: none needed.
ALTER TABLE batch_exception ALTER COLUMN value SET DATA TYPE varchar(20000);
