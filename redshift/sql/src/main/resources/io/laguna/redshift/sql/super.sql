-- The type SUPER: a type of its own over PostgreSQL's jsonb, so that casts, operators and literals mean what Redshift means
-- by them. https://docs.aws.amazon.com/redshift/latest/dg/query-super.html
-- Its object id is the one that Redshift's drivers know; a type under construction can still be given one.
SET allow_system_table_mods = on;
CREATE TYPE laguna.super;
WITH shell AS (SELECT oid FROM pg_type WHERE typname = 'super' AND typnamespace = 'laguna'::regnamespace)
UPDATE pg_depend SET objid = 4000 FROM shell WHERE classid = 'pg_type'::regclass AND objid = shell.oid;
UPDATE pg_type SET oid = 4000 WHERE typname = 'super' AND typnamespace = 'laguna'::regnamespace;
SET client_min_messages = warning;
CREATE FUNCTION laguna.super_in(cstring) RETURNS laguna.super
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_in';
CREATE FUNCTION laguna.super_out(laguna.super) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_out';
CREATE FUNCTION laguna.super_recv(internal) RETURNS laguna.super
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_recv';
CREATE FUNCTION laguna.super_send(laguna.super) RETURNS bytea
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_send';
RESET client_min_messages;
CREATE TYPE laguna.super (
    INPUT = laguna.super_in, OUTPUT = laguna.super_out, RECEIVE = laguna.super_recv, SEND = laguna.super_send,
    LIKE = jsonb);
-- Without a type of arrays, s IN ('a', 1) compares one by one, by the operators below.
UPDATE pg_type SET typarray = 0 WHERE oid = 4000;
DELETE FROM pg_depend WHERE classid = 'pg_type'::regclass
    AND objid = (SELECT oid FROM pg_type WHERE typname = '_super' AND typnamespace = 'laguna'::regnamespace);
DELETE FROM pg_type WHERE typname = '_super' AND typnamespace = 'laguna'::regnamespace;

CREATE CAST (laguna.super AS jsonb) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (jsonb AS laguna.super) WITHOUT FUNCTION AS ASSIGNMENT;

-- The second operand of operators between two SUPER values: a string's literal beside a SUPER is a string, not JSON.
CREATE TYPE laguna.any_super;
SET client_min_messages = warning;
CREATE FUNCTION laguna.any_super_in(cstring) RETURNS laguna.any_super
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_in';
CREATE FUNCTION laguna.any_super_out(laguna.any_super) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_out';
RESET client_min_messages;
CREATE TYPE laguna.any_super (
    INPUT = laguna.any_super_in, OUTPUT = laguna.any_super_out, LIKE = jsonb, CATEGORY = 'U', PREFERRED = true);
CREATE CAST (laguna.super AS laguna.any_super) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (laguna.any_super AS jsonb) WITHOUT FUNCTION AS ASSIGNMENT;

-- Scalars into SUPER

CREATE FUNCTION laguna.json(s laguna.super) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN s::jsonb;
CREATE FUNCTION laguna.json(s laguna.any_super) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN s::jsonb;
CREATE FUNCTION laguna.string(s text) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_jsonb(s)::laguna.super;
CREATE FUNCTION laguna.array(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN s::laguna.super;
CREATE FUNCTION laguna.object(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN s::laguna.super;

-- SUPER into scalars: null where the value is none of the type's.

CREATE FUNCTION laguna.scalar(s laguna.super) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN jsonb_typeof(s) NOT IN ('array', 'object') THEN s::jsonb #>> '{}' END;
CREATE FUNCTION laguna.number(s laguna.super) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN jsonb_typeof(s) = 'number' THEN (s::jsonb)::numeric END;
CREATE CAST (laguna.super AS text) WITH FUNCTION laguna.scalar(laguna.super) AS IMPLICIT;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['text', 'varchar', 'bpchar', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'bool',
        'date', 'timestamp', 'timestamptz', 'time'] LOOP
        IF t NOT IN ('date', 'timestamp', 'timestamptz', 'time') THEN
            EXECUTE format('CREATE FUNCTION laguna.json(x %s) RETURNS jsonb LANGUAGE sql STABLE STRICT PARALLEL SAFE
                RETURN to_jsonb(x)', t);
            EXECUTE format('CREATE FUNCTION laguna.to_super(x %s) RETURNS laguna.super
                LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.json(x)::laguna.super', t);
            EXECUTE format('CREATE CAST (%s AS laguna.super) WITH FUNCTION laguna.to_super(%s) AS ASSIGNMENT', t, t);
        END IF;
        CONTINUE WHEN t = 'text';
        EXECUTE format('CREATE FUNCTION laguna.to_%1$s(s laguna.super) RETURNS %1$s LANGUAGE sql STABLE STRICT PARALLEL SAFE
            RETURN %2$s', t, CASE
            WHEN t IN ('varchar', 'bpchar') THEN format('laguna.scalar(s)::%s', t)
            WHEN t LIKE 'int_' THEN format('CASE
                WHEN jsonb_typeof(s) = ''number'' AND pg_input_is_valid(round((s::jsonb)::numeric)::text, %1$L)
                    THEN round((s::jsonb)::numeric)::%1$s
                WHEN jsonb_typeof(s) = ''string'' AND pg_input_is_valid(laguna.scalar(s), %1$L)
                    THEN laguna.scalar(s)::%1$s END', t)
            ELSE format('CASE WHEN pg_input_is_valid(laguna.scalar(s), %1$L) THEN laguna.scalar(s)::%1$s END', t)
        END);
        EXECUTE format('CREATE CAST (laguna.super AS %1$s) WITH FUNCTION laguna.to_%1$s(laguna.super) AS ASSIGNMENT', t);
    END LOOP;
END $$;

-- Navigation: null where there is nothing. JSON's null is SQL's.

CREATE FUNCTION laguna.field(s laguna.super, name text) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN nullif(s::jsonb -> name, 'null'::jsonb)::laguna.super;
CREATE FUNCTION laguna.item(s laguna.super, place int) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN place >= 0 THEN nullif(s::jsonb -> place, 'null'::jsonb) END::laguna.super;
CREATE FUNCTION laguna.item(s laguna.super, name text) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN nullif(s::jsonb -> name, 'null'::jsonb)::laguna.super;
CREATE FUNCTION laguna.item(s anycompatiblearray, place int) RETURNS anycompatible
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT s[place]';
CREATE FUNCTION laguna.items(s laguna.super) RETURNS SETOF laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    ROWS 10 AS $$
    SELECT nullif(e.value, 'null'::jsonb)::laguna.super
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(s) = 'array' THEN s::jsonb ELSE '[]' END) e(value)
$$;
CREATE FUNCTION laguna.items_at(s laguna.super) RETURNS TABLE (value laguna.super, at bigint)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10 AS $$
    SELECT nullif(e.value, 'null'::jsonb)::laguna.super, e.place - 1
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(s) = 'array' THEN s::jsonb ELSE '[]' END)
        WITH ORDINALITY e(value, place)
$$;
CREATE FUNCTION laguna.pairs(s laguna.super) RETURNS TABLE (value laguna.super, name varchar)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 10 AS $$
    SELECT e.value::laguna.super, e.key::varchar
    FROM jsonb_each(CASE WHEN jsonb_typeof(s) = 'object' THEN s::jsonb ELSE '{}' END) e
$$;

-- Comparison: equality of other types is false, an order between them is null.

CREATE FUNCTION laguna.ordered(a jsonb, b jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN jsonb_typeof(a) <> jsonb_typeof(b) THEN NULL
        WHEN jsonb_typeof(a) = 'number' THEN numeric_cmp(a::numeric, b::numeric)
        WHEN jsonb_typeof(a) = 'string' THEN bttextcmp((a #>> '{}') COLLATE "C", (b #>> '{}') COLLATE "C")
        WHEN jsonb_typeof(a) = 'boolean' THEN btboolcmp(a::bool, b::bool)
    END;
CREATE FUNCTION laguna.divided(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN scale(a) = 0 AND scale(b) = 0 THEN div(a, b) ELSE a / b END;

DO $$
DECLARE
    t text;
    pair text[];
    op text[];
BEGIN
    FOREACH t IN ARRAY ARRAY['laguna.any_super', 'text', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'bool'] LOOP
        FOREACH pair SLICE 1 IN ARRAY ARRAY[['laguna.super', t], [t, 'laguna.super']] LOOP
            CONTINUE WHEN t = 'laguna.any_super' AND pair[1] = t;
            FOREACH op SLICE 1 IN ARRAY ARRAY[
                ['=', 'eq', 'laguna.json(a) = laguna.json(b)', 'bool'],
                ['<>', 'ne', 'laguna.json(a) <> laguna.json(b)', 'bool'],
                ['<', 'lt', 'laguna.ordered(laguna.json(a), laguna.json(b)) < 0', 'bool'],
                ['<=', 'le', 'laguna.ordered(laguna.json(a), laguna.json(b)) <= 0', 'bool'],
                ['>', 'gt', 'laguna.ordered(laguna.json(a), laguna.json(b)) > 0', 'bool'],
                ['>=', 'ge', 'laguna.ordered(laguna.json(a), laguna.json(b)) >= 0', 'bool'],
                ['+', 'add', 'laguna.number(laguna.json(a)::laguna.super) + laguna.number(laguna.json(b)::laguna.super)', ''],
                ['-', 'subtract', 'laguna.number(laguna.json(a)::laguna.super) - laguna.number(laguna.json(b)::laguna.super)', ''],
                ['*', 'multiply', 'laguna.number(laguna.json(a)::laguna.super) * laguna.number(laguna.json(b)::laguna.super)', ''],
                ['/', 'divide', 'laguna.divided(laguna.number(laguna.json(a)::laguna.super), laguna.number(laguna.json(b)::laguna.super))', ''],
                ['%', 'modulo', 'laguna.number(laguna.json(a)::laguna.super) % laguna.number(laguna.json(b)::laguna.super)', '']
            ] LOOP
                CONTINUE WHEN op[4] = '' AND t IN ('text', 'bool');
                EXECUTE format('CREATE FUNCTION laguna.super_%s(a %s, b %s) RETURNS %s
                    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %s',
                    op[2], pair[1], pair[2],
                    CASE op[4] WHEN '' THEN 'laguna.super' ELSE op[4] END,
                    CASE op[4] WHEN '' THEN 'to_jsonb(' || op[3] || ')::laguna.super' ELSE op[3] END);
                EXECUTE format('CREATE OPERATOR pg_catalog.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = laguna.super_%s)',
                    op[1], pair[1], pair[2], op[2]);
            END LOOP;
        END LOOP;
    END LOOP;
END $$;

-- The order of ORDER BY, GROUP BY and DISTINCT: booleans, numbers, strings, arrays, objects.

CREATE FUNCTION laguna.rank(s jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    array_position(ARRAY['null', 'boolean', 'number', 'string', 'array', 'object'], jsonb_typeof(s));
CREATE FUNCTION laguna.super_cmp(a laguna.super, b laguna.super) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE
        WHEN laguna.rank(a) <> laguna.rank(b) THEN sign(laguna.rank(a) - laguna.rank(b))::int
        ELSE coalesce(laguna.ordered(a, b), jsonb_cmp(a, b))
    END;
CREATE FUNCTION laguna.super_hash(s laguna.super) RETURNS int
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_hash';
CREATE FUNCTION laguna.sort_eq(a laguna.super, b laguna.super) RETURNS bool
    LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'jsonb_eq';
CREATE OPERATOR laguna.= (
    LEFTARG = laguna.super, RIGHTARG = laguna.super, FUNCTION = laguna.sort_eq, COMMUTATOR = OPERATOR(laguna.=),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE FUNCTION laguna.sort_lt(a laguna.super, b laguna.super) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.super_cmp(a, b) < 0;
CREATE FUNCTION laguna.sort_le(a laguna.super, b laguna.super) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.super_cmp(a, b) <= 0;
CREATE FUNCTION laguna.sort_gt(a laguna.super, b laguna.super) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.super_cmp(a, b) > 0;
CREATE FUNCTION laguna.sort_ge(a laguna.super, b laguna.super) RETURNS bool
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.super_cmp(a, b) >= 0;
CREATE OPERATOR laguna.< (LEFTARG = laguna.super, RIGHTARG = laguna.super, FUNCTION = laguna.sort_lt);
CREATE OPERATOR laguna.<= (LEFTARG = laguna.super, RIGHTARG = laguna.super, FUNCTION = laguna.sort_le);
CREATE OPERATOR laguna.> (LEFTARG = laguna.super, RIGHTARG = laguna.super, FUNCTION = laguna.sort_gt);
CREATE OPERATOR laguna.>= (LEFTARG = laguna.super, RIGHTARG = laguna.super, FUNCTION = laguna.sort_ge);
CREATE OPERATOR CLASS laguna.super_order DEFAULT FOR TYPE laguna.super USING btree AS
    OPERATOR 1 laguna.<, OPERATOR 2 laguna.<=, OPERATOR 3 laguna.=, OPERATOR 4 laguna.>=, OPERATOR 5 laguna.>,
    FUNCTION 1 laguna.super_cmp(laguna.super, laguna.super);
CREATE OPERATOR CLASS laguna.super_hashes DEFAULT FOR TYPE laguna.super USING hash AS
    OPERATOR 1 laguna.=, FUNCTION 1 laguna.super_hash(laguna.super);

-- Sums and averages of the numbers among SUPER values

CREATE FUNCTION laguna.sum_add(total numeric, s laguna.super) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN laguna.number(s) IS NULL THEN total ELSE coalesce(total, 0) + laguna.number(s) END;
CREATE FUNCTION laguna.sum_final(total numeric) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_jsonb(total)::laguna.super;
CREATE AGGREGATE pg_catalog.sum(laguna.super) (
    SFUNC = laguna.sum_add, STYPE = numeric, FINALFUNC = laguna.sum_final);
CREATE FUNCTION laguna.least_of(a laguna.super, b laguna.super) RETURNS laguna.super
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN laguna.super_cmp(a, b) <= 0 THEN a ELSE b END;
CREATE FUNCTION laguna.greatest_of(a laguna.super, b laguna.super) RETURNS laguna.super
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN laguna.super_cmp(a, b) >= 0 THEN a ELSE b END;
CREATE AGGREGATE pg_catalog.min(laguna.super) (SFUNC = laguna.least_of, STYPE = laguna.super);
CREATE AGGREGATE pg_catalog.max(laguna.super) (SFUNC = laguna.greatest_of, STYPE = laguna.super);

RESET allow_system_table_mods;
