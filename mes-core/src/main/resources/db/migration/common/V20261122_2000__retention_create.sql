-- Why: how long the record of a batch must be kept, and holds that stop the clock for one batch (R81). What the law
-- of each market asks ships with the product (ShippedRules); a site adds stricter or product rules here, each change
-- as the next version. Owner: package retention.
-- Safe on a filled database: yes, new tables only. Undo: drop the tables, before first production use.
CREATE TABLE retention_rule (
  id                uuid         PRIMARY KEY, -- the id of the request that set it
  market            varchar(20)  NOT NULL,
  product           varchar(80)  NOT NULL, -- '*': every product
  version           integer      NOT NULL, -- 1, 2, 3 ... of the rule of this market and product
  years             integer      NOT NULL, -- after the expiry of the batch
  shelf_life_months integer      NOT NULL, -- from the end of the batch to its expiry
  source            varchar(400) NOT NULL, -- the law or contract
  reason            varchar(1000) NOT NULL,
  set_by            varchar(64)  NOT NULL,
  set_at            timestamp with time zone NOT NULL,
  CONSTRAINT uq_retention_rule__market_product_version UNIQUE (market, product, version)
);
CREATE TABLE legal_hold (
  id           uuid          PRIMARY KEY, -- the id of the request
  batch_id     uuid          NOT NULL,
  number       integer       NOT NULL, -- 1, 2, 3 ... in the batch: the last one counts
  action       varchar(8)    NOT NULL, -- SET LIFTED
  reason       varchar(1000) NOT NULL,
  decided_by   varchar(64)   NOT NULL,
  decided_at   timestamp with time zone NOT NULL,
  signature_id uuid          NOT NULL,
  CONSTRAINT uq_legal_hold__batch_number UNIQUE (batch_id, number),
  CONSTRAINT fk_legal_hold__batch FOREIGN KEY (batch_id) REFERENCES batch (id)
);
