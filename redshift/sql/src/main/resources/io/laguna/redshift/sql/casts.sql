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

RESET allow_system_table_mods;
