-- The columns of a query, for UNLOAD: names, types and modifiers. Where two columns have one name, a view cannot be made, and
-- there are types alone. It is run in a template database, after Redshift's functions.
CREATE FUNCTION laguna.describe(query text)
    RETURNS TABLE (number int, name text, type text, modifier int) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE 'CREATE TEMPORARY VIEW laguna_unload AS ' || query;
    RETURN QUERY SELECT a.attnum::int, a.attname::text, t.typname::text, a.atttypmod
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = 'pg_temp.laguna_unload'::regclass AND a.attnum > 0;
    DROP VIEW pg_temp.laguna_unload;
EXCEPTION WHEN duplicate_column THEN
    EXECUTE 'PREPARE laguna_unload AS ' || query;
    RETURN QUERY SELECT u.number::int, ''::text, t.typname::text, -1
        FROM pg_catalog.pg_prepared_statements s, unnest(s.result_types) WITH ORDINALITY u (type, number)
        JOIN pg_catalog.pg_type t ON t.oid = u.type
        WHERE s.name = 'laguna_unload';
    DEALLOCATE laguna_unload;
END $$;
