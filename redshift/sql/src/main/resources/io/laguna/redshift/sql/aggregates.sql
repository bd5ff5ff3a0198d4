-- What PostgreSQL's own aggregates answer in Redshift's types. A superuser runs it once in a template database, after
-- casts.sql. They keep their names and places, so that statements need no other words for them.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_SUM.html
-- https://docs.aws.amazon.com/redshift/latest/dg/r_STDDEV_functions.html
-- https://docs.aws.amazon.com/redshift/latest/dg/r_VARIANCE_functions.html
SET allow_system_table_mods = on;

-- "BIGINT for BIGINT": PostgreSQL answers a numeric. What is beyond is an error.
UPDATE pg_proc SET prorettype = 'int8'::regtype WHERE oid = 'pg_catalog.sum(int8)'::regprocedure;
UPDATE pg_aggregate SET aggtransfn = 'int8pl', aggtranstype = 'int8'::regtype, aggtransspace = 0, aggfinalfn = '-',
    aggcombinefn = 'int8pl', aggserialfn = '-', aggdeserialfn = '-', aggmtransfn = '-', aggminvtransfn = '-',
    aggmfinalfn = '-', aggmtranstype = 0, aggmtransspace = 0
    WHERE aggfnoid = 'pg_catalog.sum(int8)'::regprocedure;

-- "DOUBLE PRECISION for floating point arguments": PostgreSQL sums reals as reals.
CREATE FUNCTION laguna.sum_of_reals(state float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN state[1] > 0 THEN state[2] END;
UPDATE pg_proc SET prorettype = 'float8'::regtype WHERE oid = 'pg_catalog.sum(float4)'::regprocedure;
UPDATE pg_aggregate SET aggtransfn = 'float4_accum', aggtranstype = 'float8[]'::regtype,
    aggfinalfn = 'laguna.sum_of_reals', aggcombinefn = 'float8_combine', agginitval = '{0,0,0}'
    WHERE aggfnoid = 'pg_catalog.sum(float4)'::regprocedure;

-- "Regardless of the data type of the expression, … a double precision number": the aggregates of other types go, and
-- their arguments become doubles.
DELETE FROM pg_aggregate a USING pg_proc p
    WHERE a.aggfnoid = p.oid AND p.pronamespace = 'pg_catalog'::regnamespace
    AND p.proname IN ('stddev', 'stddev_samp', 'stddev_pop', 'variance', 'var_samp', 'var_pop')
    AND p.proargtypes[0] <> 'float8'::regtype;
DELETE FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
    AND p.proname IN ('stddev', 'stddev_samp', 'stddev_pop', 'variance', 'var_samp', 'var_pop')
    AND p.proargtypes[0] <> 'float8'::regtype;

RESET allow_system_table_mods;
