-- Why: the log over all chains, its signed checkpoints, their stamps and epochs (docs/trail-format.md,
-- section 4; requirements R06, RF21). Owner: package audit.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.

-- The tree begins again with each restore from a backup; the newest row is locked by whoever seals.
CREATE TABLE trail_epoch (
  epoch         bigint  PRIMARY KEY, -- from 1
  begun_at      timestamp with time zone NOT NULL,
  request_id    uuid,                -- null in the first
  anchored_size bigint,              -- what was signed before, and where it is gone from
  anchored_root char(64),
  log_size      bigint,
  signature_id  uuid,
  CONSTRAINT uq_trail_epoch__request_id UNIQUE (request_id)
);

-- How far each chain was; leaf_index from 0 without a hole.
CREATE TABLE checkpoint_leaf (
  epoch      bigint       NOT NULL,
  leaf_index bigint       NOT NULL,
  chain_id   varchar(120) NOT NULL,
  seq        bigint       NOT NULL,
  hash       char(64)     NOT NULL,
  CONSTRAINT pk_checkpoint_leaf PRIMARY KEY (epoch, leaf_index),
  CONSTRAINT uq_checkpoint_leaf__chain_seq UNIQUE (epoch, chain_id, seq)
);

CREATE TABLE checkpoint (
  epoch     bigint   NOT NULL,
  size      bigint   NOT NULL,
  root      char(64) NOT NULL,
  note      text     NOT NULL, -- C2SP signed note
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_checkpoint PRIMARY KEY (epoch, size)
);

CREATE TABLE checkpoint_stamp (
  epoch      bigint       NOT NULL,
  size       bigint       NOT NULL,
  tsa        varchar(300) NOT NULL,
  stamped_at timestamp with time zone NOT NULL, -- the time the stamp states
  token      text         NOT NULL,             -- RFC 3161 time-stamp token, base64
  CONSTRAINT pk_checkpoint_stamp PRIMARY KEY (epoch, size, tsa)
);
