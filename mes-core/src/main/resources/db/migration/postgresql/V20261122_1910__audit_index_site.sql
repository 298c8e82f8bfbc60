-- Why: filters over the trail stay quick for as long as it is kept (R09). The chain of a batch is short and
-- has its primary key; the site's grows for ever. Partial, so that events of batches pay nothing.
-- Owner: package audit. Safe on a filled database: yes, indexes only. Undo: drop them.
CREATE INDEX ix_audit_event__site_actor ON audit_event (actor, seq) WHERE chain_id = 'site';
CREATE INDEX ix_audit_event__site_action ON audit_event (action, seq) WHERE chain_id = 'site';
CREATE INDEX ix_audit_event__site_entity ON audit_event (entity, seq) WHERE chain_id = 'site';
