-- What Redshift knows of tables and users and PostgreSQL does not. It is run in a template database, after Redshift's
-- functions. Columns are recorded by their numbers, which a new name does not change.

-- Roles are the whole cluster's, and this file is run in more than one database.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'laguna') THEN
        -- Nobody can be called as the schema of the functions, which would be in their search path then.
        CREATE ROLE laguna NOLOGIN;
        -- What a superuser of Redshift may do: everything but leave the cluster.
        CREATE ROLE "sys:superuser" NOLOGIN;
        GRANT pg_read_all_data, pg_write_all_data, pg_maintain, pg_monitor, pg_signal_backend TO "sys:superuser";
    END IF;
END $$;
GRANT CREATE ON SCHEMA public TO PUBLIC;

CREATE FUNCTION laguna.owns(relation oid) RETURNS boolean LANGUAGE sql STABLE RETURN
    EXISTS (SELECT FROM pg_class c WHERE c.oid = relation AND pg_has_role(c.relowner, 'USAGE'));

-- A row for each table and each materialized view.
CREATE TABLE laguna.table_record (
    relation oid PRIMARY KEY,
    -- AUTO, EVEN, KEY or ALL; NULL where nothing was said.
    diststyle text,
    distkey smallint,
    -- COMPOUND, INTERLEAVED, AUTO or NONE.
    sortstyle text,
    sortkey smallint[] NOT NULL DEFAULT '{}',
    backup boolean,
    -- Of materialized views.
    auto_refresh boolean
);

CREATE TABLE laguna.encoding_record (
    relation oid,
    attnum smallint,
    encoding text NOT NULL,
    PRIMARY KEY (relation, attnum)
);

-- Keys, which are recorded and not enforced.
CREATE TABLE laguna.key_record (
    relation oid,
    name text,
    -- p, u or f, as in pg_constraint.
    kind "char" NOT NULL,
    columns smallint[] NOT NULL,
    referenced oid,
    referenced_columns smallint[],
    PRIMARY KEY (relation, name)
);

-- Everybody reads them; who owns a table writes about it.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['table_record', 'encoding_record', 'key_record'] LOOP
        EXECUTE format('ALTER TABLE laguna.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON laguna.%I TO PUBLIC', name);
        EXECUTE format('CREATE POLICY read ON laguna.%I FOR SELECT USING (true)', name);
        EXECUTE format('CREATE POLICY write ON laguna.%I USING (laguna.owns(relation))', name);
    END LOOP;
END $$;

CREATE FUNCTION laguna.attnum(relation oid, name text, what text) RETURNS smallint LANGUAGE plpgsql STABLE AS $$
DECLARE
    number smallint;
BEGIN
    SELECT a.attnum INTO number FROM pg_attribute a
        WHERE a.attrelid = relation AND name IN (a.attname, a.attnum::text) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attname = name DESC LIMIT 1;
    IF number IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42703', MESSAGE = 'column "' || name || '" named in ' || what || ' does not exist';
    END IF;
    RETURN number;
END $$;

CREATE FUNCTION laguna.attnums(relation oid, names jsonb, what text) RETURNS smallint[] LANGUAGE sql STABLE RETURN
    COALESCE(
        (SELECT array_agg(laguna.attnum(relation, n.name, what) ORDER BY n.place)
            FROM jsonb_array_elements_text(names) WITH ORDINALITY AS n(name, place)),
        '{}');

-- Records what a statement says of a table, over what is recorded already.
CREATE FUNCTION laguna.alter_record(relation regclass, said jsonb) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
    IF NOT laguna.owns(relation) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'must be owner of relation ' || relation;
    END IF;
    INSERT INTO laguna.table_record (relation) VALUES (relation) ON CONFLICT DO NOTHING;
    UPDATE laguna.table_record t SET
        diststyle = COALESCE(said->>'diststyle', diststyle),
        distkey = CASE
            WHEN said ? 'distkey' THEN laguna.attnum(relation, said->>'distkey', 'DISTKEY')
            WHEN said ? 'diststyle' THEN NULL
            ELSE distkey
        END,
        sortstyle = COALESCE(said->>'sortstyle', sortstyle),
        sortkey = CASE WHEN said ? 'sortkey' THEN laguna.attnums(relation, said->'sortkey', 'SORTKEY') ELSE sortkey END,
        backup = COALESCE((said->>'backup')::boolean, backup),
        auto_refresh = COALESCE((said->>'auto_refresh')::boolean, auto_refresh)
        WHERE t.relation = alter_record.relation;
    INSERT INTO laguna.encoding_record (relation, attnum, encoding)
        SELECT relation, laguna.attnum(relation, e.key, 'ENCODE'), e.value
        FROM jsonb_each_text(COALESCE(said->'encodings', '{}')) e
        ON CONFLICT ON CONSTRAINT encoding_record_pkey DO UPDATE SET encoding = EXCLUDED.encoding;
    PERFORM laguna.record_key(relation, k) FROM jsonb_array_elements(COALESCE(said->'keys', '[]')) k;
END $$;

-- Records a new table; one that was there, since CREATE said IF NOT EXISTS, keeps its record.
CREATE FUNCTION laguna.record(relation regclass, said jsonb) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
    IF EXISTS (SELECT FROM laguna.table_record t WHERE t.relation = record.relation) THEN
        RETURN;
    END IF;
    IF said ? 'like' THEN
        INSERT INTO laguna.table_record (relation, diststyle, distkey, sortstyle, sortkey, backup)
            SELECT relation, t.diststyle, t.distkey, t.sortstyle, t.sortkey, t.backup
            FROM laguna.table_record t WHERE t.relation = (said->>'like')::regclass;
        INSERT INTO laguna.encoding_record (relation, attnum, encoding)
            SELECT relation, e.attnum, e.encoding
            FROM laguna.encoding_record e WHERE e.relation = (said->>'like')::regclass;
    END IF;
    PERFORM laguna.alter_record(relation, said);
END $$;

CREATE FUNCTION laguna.record_key(relation regclass, key jsonb) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
    kind text := key->>'kind';
    numbers smallint[] := laguna.attnums(relation, key->'columns', 'key');
    target regclass := key->>'references';
    targets smallint[] := laguna.attnums(target, key->'referenced', 'key');
    base text := (SELECT c.relname FROM pg_class c WHERE c.oid = relation);
    first_column text := key->'columns'->>0;
    chosen text;
BEGIN
    IF kind = 'p' AND EXISTS (
            SELECT FROM laguna.key_record k WHERE k.relation = record_key.relation AND k.kind = 'p') THEN
        RAISE EXCEPTION USING ERRCODE = '42P16',
            MESSAGE = 'multiple primary keys for table "' || base || '" are not allowed';
    END IF;
    IF target IS NOT NULL AND targets = '{}' THEN
        targets := COALESCE(
            (SELECT k.columns FROM laguna.key_record k WHERE k.relation = target AND k.kind = 'p'), '{}');
    END IF;
    chosen := COALESCE(key->>'name', CASE kind
        WHEN 'p' THEN base || '_pkey'
        WHEN 'u' THEN base || '_' || first_column || '_key'
        ELSE base || '_' || first_column || '_fkey'
    END);
    IF EXISTS (SELECT FROM laguna.key_record k WHERE k.relation = record_key.relation AND k.name = chosen) THEN
        IF key ? 'name' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'constraint "' || chosen || '" for relation "' || base || '" already exists';
        END IF;
        chosen := chosen || (SELECT count(*) FROM laguna.key_record k WHERE k.relation = record_key.relation);
    END IF;
    INSERT INTO laguna.key_record VALUES (relation, chosen, kind, numbers, target, targets);
END $$;

CREATE FUNCTION laguna.drop_key(relation regclass, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM laguna.key_record k WHERE k.relation = drop_key.relation AND k.name = key;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '42704',
            MESSAGE = 'constraint "' || key || '" of relation "' || relation || '" does not exist';
    END IF;
END $$;

-- What is dropped is recorded no longer.
CREATE FUNCTION laguna.forget() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone oid[] := ARRAY(
        SELECT objid FROM pg_event_trigger_dropped_objects() WHERE classid = 'pg_class'::regclass AND objsubid = 0);
BEGIN
    DELETE FROM laguna.table_record WHERE relation = ANY (gone);
    DELETE FROM laguna.encoding_record WHERE relation = ANY (gone);
    DELETE FROM laguna.key_record WHERE relation = ANY (gone);
END $$;
CREATE EVENT TRIGGER laguna_forget ON sql_drop EXECUTE FUNCTION laguna.forget();
