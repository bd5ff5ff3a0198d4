-- Tables have columns of Redshift's types alone, also when a query or a procedure makes them.
-- https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-datatypes.html
CREATE FUNCTION laguna.check_types() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    refused text;
BEGIN
    SELECT format('Column "%s.%s" has unsupported type "%s".', c.relname, a.attname, format_type(a.atttypid, NULL))
    INTO refused
    FROM pg_event_trigger_ddl_commands() d JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
        JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace <> 'laguna'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid <> ALL (ARRAY['bool', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'bpchar', 'varchar', 'text',
            'name', 'date', 'time', 'timetz', 'timestamp', 'timestamptz', 'interval', 'bytea', 'laguna.super']::regtype[]::oid[])
    ORDER BY a.attnum LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING MESSAGE = refused, ERRCODE = '0A000';
    END IF;
END $$;
CREATE EVENT TRIGGER laguna_types ON ddl_command_end WHEN tag IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'ALTER TABLE')
    EXECUTE FUNCTION laguna.check_types();
