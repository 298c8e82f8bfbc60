-- Why: recipe versions, imported and approved whole (R46-R48). Owner: package recipe.
-- Safe on a filled database: yes, new tables only. Undo: drop tables, before first production use.
CREATE TABLE recipe_version (
  id           uuid          PRIMARY KEY,
  product      varchar(80)   NOT NULL,
  version      varchar(40)   NOT NULL,
  name_en      varchar(200)  NOT NULL,
  name_ja      varchar(200)  NOT NULL,
  state        varchar(12)   NOT NULL, -- IMPORTED EFFECTIVE RETIRED
  package_hash char(64)      NOT NULL, -- SHA-256 over the sorted files: what the approver signs
  package_zip  bytea         NOT NULL, -- exactly as imported
  model        text          NOT NULL, -- JSON of the master batch record
  imported_by  varchar(64)   NOT NULL,
  imported_at  timestamp with time zone NOT NULL,
  approved_by  varchar(64),
  approved_at  timestamp with time zone,
  signature_id uuid,
  CONSTRAINT uq_recipe_version__product_version UNIQUE (product, version)
);
CREATE TABLE recipe_diagram (
  recipe_version uuid         NOT NULL,
  position       integer      NOT NULL, -- 0 is the procedure
  process_id     varchar(120) NOT NULL,
  title_en       varchar(200) NOT NULL,
  title_ja       varchar(200) NOT NULL,
  bpmn_xml       text         NOT NULL,
  element_names  text         NOT NULL, -- JSON: element id to its name in both languages
  CONSTRAINT pk_recipe_diagram PRIMARY KEY (recipe_version, position),
  CONSTRAINT fk_recipe_diagram__recipe_version
    FOREIGN KEY (recipe_version) REFERENCES recipe_version (id)
);
