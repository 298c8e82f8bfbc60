-- Why: every row of the record is sealed into the trail as it is after each change, so that an edit behind
-- the system's back shows (R06, D.4.5; docs/trail-format.md, section 2). A transaction that changes such
-- rows and records no event is refused at its end. Owner: package audit. A later table is sealed the same
-- way by the migration that creates it, and named in docs/trail-format.md.
-- Safe on a filled database: yes, triggers only; rows get their seal when they change next.
-- Undo: drop the triggers and functions, before first production use.

-- What is read here must look the same whatever the session has set.
CREATE FUNCTION row_text(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '{' || string_agg(to_json(key)::text || ':' || to_json(value)::text, ',' ORDER BY key COLLATE "C") || '}'
  FROM jsonb_each_text(content) WHERE value IS NOT NULL
$$;

-- The seals wait in settings that end with the transaction, in pieces: one long text would be copied whole
-- for every row. TG_ARGV holds the columns of the primary key.
CREATE FUNCTION seal_row() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
  content jsonb;
  seal text := 'gone';
  piece integer := coalesce(nullif(current_setting('kizuna.pieces', true), ''), '0')::integer;
  waiting text := coalesce(current_setting('kizuna.rows' || piece, true), '');
BEGIN
  IF TG_OP = 'DELETE' THEN
    content := to_jsonb(OLD);
  ELSE
    content := to_jsonb(NEW);
    seal := encode(sha256(convert_to('row/1' || E'\n' || TG_TABLE_NAME || E'\n' || row_text(content), 'UTF8')), 'hex');
  END IF;
  IF length(waiting) > 4000 THEN
    piece := piece + 1;
    PERFORM set_config('kizuna.pieces', piece::text, true);
    waiting := '';
  END IF;
  PERFORM set_config('kizuna.rows' || piece, waiting || ','
    || to_json(concat_ws('/', TG_TABLE_NAME, content ->> TG_ARGV[0], content ->> TG_ARGV[1], content ->> TG_ARGV[2]))::text
    || ':"' || seal || '"', true);
  RETURN NULL;
END $$;

-- What this transaction changed, as a JSON object; of a row changed twice the last entry counts.
CREATE FUNCTION sealed_rows() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT '{' || substr(string_agg(coalesce(current_setting('kizuna.rows' || piece, true), ''), '' ORDER BY piece), 2) || '}'
  FROM generate_series(0, coalesce(nullif(current_setting('kizuna.pieces', true), ''), '0')::integer) AS piece
  WHERE coalesce(current_setting('kizuna.rows0', true), '') <> ''
$$;

CREATE FUNCTION take_sealed_rows() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  FOR piece IN 0 .. coalesce(nullif(current_setting('kizuna.pieces', true), ''), '0')::integer LOOP
    PERFORM set_config('kizuna.rows' || piece, '', true);
  END LOOP;
  PERFORM set_config('kizuna.pieces', '', true);
  RETURN true;
END $$;

CREATE FUNCTION rows_are_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('kizuna.rows0', true), '') <> '' THEN
    RAISE EXCEPTION 'rows changed without an event: %', left(sealed_rows(), 400);
  END IF;
  RETURN NULL;
END $$;

CREATE PROCEDURE seal_table(name text) LANGUAGE plpgsql AS $$
DECLARE
  key text;
BEGIN
  SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY k.position) INTO key
  FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, position)
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
  WHERE i.indrelid = name::regclass AND i.indisprimary;
  EXECUTE format('CREATE TRIGGER seal_row AFTER INSERT OR UPDATE OR DELETE ON %I'
    ' FOR EACH ROW EXECUTE FUNCTION seal_row(%s)', name, key);
  -- Asked once a transaction: when the first row changes nothing waits yet.
  EXECUTE format('CREATE CONSTRAINT TRIGGER rows_are_sealed AFTER INSERT OR UPDATE OR DELETE ON %I'
    ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW'
    ' WHEN (coalesce(current_setting(''kizuna.rows0'', true), '''') = '''')'
    ' EXECUTE FUNCTION rows_are_sealed()', name);
END $$;

CALL seal_table('batch');
CALL seal_table('batch_equipment');
CALL seal_table('unit_procedure_run');
CALL seal_table('step_run');
CALL seal_table('parameter_value');
CALL seal_table('identity_check');
CALL seal_table('hold_timer');
CALL seal_table('batch_exception');
CALL seal_table('exception_decision');
CALL seal_table('exception_gap');
CALL seal_table('equipment_command');
CALL seal_table('batch_disposition');
CALL seal_table('signature');
CALL seal_table('signature_void');
CALL seal_table('recipe_version');
CALL seal_table('recipe_diagram');
CALL seal_table('lot');
CALL seal_table('equipment');
CALL seal_table('tag_definition');
CALL seal_table('confirmed_command');
CALL seal_table('person');
CALL seal_table('person_role');
CALL seal_table('person_client');
CALL seal_table('client');
CALL seal_table('suite');
