-- What makes a PostgreSQL 17 convert values as Redshift, a PostgreSQL 8, does. A superuser runs it once in a template
-- database, with allow_system_table_mods on, before laguna.sql.
SET allow_system_table_mods = on;

CREATE SCHEMA laguna;
GRANT USAGE ON SCHEMA laguna TO PUBLIC;

CREATE CAST (int2 AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (int4 AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (int8 AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (float4 AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (float8 AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (numeric AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (date AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (timestamp AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (timestamptz AS text) WITH INOUT AS IMPLICIT;

-- WHERE 1
UPDATE pg_cast SET castcontext = 'i' WHERE castsource = 'int4'::regtype AND casttarget = 'bool'::regtype;

-- Beside the casts these would be ambiguous.
DELETE FROM pg_operator
WHERE oprname = '||' AND (oprleft = 'anynonarray'::regtype OR oprright = 'anynonarray'::regtype);

-- 'a' + 'b'
CREATE OPERATOR pg_catalog.+ (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.textcat);

-- VARCHAR(n) has n bytes. What is too long is an error, or cut where a cast asks for it.
CREATE FUNCTION laguna.cut(s varchar, bytes int) RETURNS varchar LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    n int := least(length(s), bytes);
BEGIN
    WHILE octet_length(left(s, n)) > bytes LOOP
        n := n - 1;
    END LOOP;
    RETURN left(s, n);
END $$;
CREATE FUNCTION laguna.too_long(s varchar, bytes int) RETURNS varchar LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    IF octet_length(rtrim(s, ' ')) <= bytes THEN
        RETURN laguna.cut(s, bytes);
    END IF;
    RAISE EXCEPTION 'value too long for type character varying(%)', bytes USING ERRCODE = '22001';
END $$;
CREATE FUNCTION laguna.varchar(s varchar, modifier int, explicit boolean) RETURNS varchar
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE
        WHEN modifier < 5 OR octet_length(s) <= modifier - 4 THEN s
        WHEN explicit THEN laguna.cut(s, modifier - 4)
        ELSE laguna.too_long(s, modifier - 4)
    END;
UPDATE pg_cast SET castfunc = 'laguna.varchar(varchar,int,boolean)'::regprocedure
WHERE castsource = 'varchar'::regtype AND casttarget = 'varchar'::regtype;

RESET allow_system_table_mods;
