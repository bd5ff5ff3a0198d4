-- External schemas are schemas of the database, recorded in laguna.external_schema; their tables are foreign tables. It is run in
-- a template database, after the scripts of system views.

CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA laguna;

-- Records that a schema is external. Only its owner can say so, and only of an empty one.
CREATE FUNCTION laguna.record_external_schema(schema name, kind integer, database text, options text)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_namespace n
        WHERE n.nspname = schema AND pg_has_role(session_user, n.nspowner, 'USAGE')
            AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid)
    ) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'must be owner of schema ' || schema;
    END IF;
    DELETE FROM laguna.external_schema e WHERE e.schemaname = schema;
    INSERT INTO laguna.external_schema (schemaname, kind, owner, database, options)
        SELECT n.nspname, $2, n.nspowner, $3, $4 FROM pg_namespace n WHERE n.nspname = schema;
END
$$;

-- Makes a schema, as whoever calls it, and records that it is external.
CREATE FUNCTION laguna.create_external_schema(schema name, kind integer, database text, options text)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE SCHEMA %I', schema);
    PERFORM laguna.record_external_schema(schema, kind, database, options);
END
$$;

-- Forgets the external schemas that are no schemas any longer.
CREATE FUNCTION laguna.forget_external_schemas() RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM laguna.external_schema e WHERE NOT EXISTS (SELECT FROM pg_namespace n WHERE n.nspname = e.schemaname)
$$;
