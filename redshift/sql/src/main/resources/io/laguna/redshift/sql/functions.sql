-- Further functions of Redshift's, beside those of laguna.sql.

-- Hashes over 64 bits, which PostgreSQL computes with a sign.

CREATE FUNCTION laguna.wrapped(x numeric) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    (CASE
        WHEN mod(x, 18446744073709551616) >= 9223372036854775808 THEN mod(x, 18446744073709551616) - 18446744073709551616
        WHEN mod(x, 18446744073709551616) < -9223372036854775808 THEN mod(x, 18446744073709551616) + 18446744073709551616
        ELSE mod(x, 18446744073709551616)
    END)::bigint;
CREATE FUNCTION laguna.sum64(VARIADIC x bigint[]) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT laguna.wrapped(sum(v::numeric)) FROM unnest(x) v';
CREATE FUNCTION laguna.times64(a bigint, b bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.wrapped(a::numeric * b);
CREATE FUNCTION laguna.right64(a bigint, n int) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (a >> n) & ((1::bigint << (64 - n)) - 1);
CREATE FUNCTION laguna.turn64(a bigint, n int) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.right64(a, n) | (a << (64 - n));
CREATE FUNCTION laguna.little(bytes bytea, at int, n int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    value bigint := 0;
BEGIN
    FOR i IN REVERSE n - 1 .. 0 LOOP
        value := (value << 8) | get_byte(bytes, at + i);
    END LOOP;
    RETURN value;
END $$;

-- FarmHash's Fingerprint64: https://github.com/google/farmhash
CREATE FUNCTION laguna.farm_mix(u bigint, v bigint, m bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    a bigint := laguna.times64(u # v, m);
    b bigint;
BEGIN
    a := a # laguna.right64(a, 47);
    b := laguna.times64(v # a, m);
    b := b # laguna.right64(b, 47);
    RETURN laguna.times64(b, m);
END $$;
CREATE FUNCTION laguna.farm_weak(s bytea, at int, a bigint, b bigint, OUT first bigint, OUT second bigint)
    LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    c bigint;
BEGIN
    a := laguna.sum64(a, laguna.little(s, at, 8));
    b := laguna.turn64(laguna.sum64(b, a, laguna.little(s, at + 24, 8)), 21);
    c := a;
    a := laguna.sum64(a, laguna.little(s, at + 8, 8), laguna.little(s, at + 16, 8));
    b := laguna.sum64(b, laguna.turn64(a, 44));
    first := laguna.sum64(a, laguna.little(s, at + 24, 8));
    second := laguna.sum64(b, c);
END $$;
CREATE FUNCTION laguna.farmfingerprint64(s bytea) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    k0 constant bigint := -4348849565147123417;
    k1 constant bigint := -5435081209227447693;
    k2 constant bigint := -7286425919675154353;
    n constant int := length(s);
    m bigint := laguna.sum64(k2, n * 2);
    a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; g bigint; h bigint;
    x bigint; y bigint; z bigint; v record; w record; at int := 0; last int; held bigint; u bigint; t bigint;
BEGIN
    IF n = 0 THEN
        RETURN k2;
    ELSIF n < 4 THEN
        y := get_byte(s, 0) + (get_byte(s, n >> 1) << 8);
        z := n + (get_byte(s, n - 1) << 2);
        held := laguna.times64(y, k2) # laguna.times64(z, k0);
        RETURN laguna.times64(held # laguna.right64(held, 47), k2);
    ELSIF n < 8 THEN
        RETURN laguna.farm_mix(laguna.sum64(n, laguna.little(s, 0, 4) << 3), laguna.little(s, n - 4, 4), m);
    ELSIF n <= 16 THEN
        a := laguna.sum64(laguna.little(s, 0, 8), k2);
        b := laguna.little(s, n - 8, 8);
        c := laguna.sum64(laguna.times64(laguna.turn64(b, 37), m), a);
        d := laguna.times64(laguna.sum64(laguna.turn64(a, 25), b), m);
        RETURN laguna.farm_mix(c, d, m);
    ELSIF n <= 32 THEN
        a := laguna.times64(laguna.little(s, 0, 8), k1);
        b := laguna.little(s, 8, 8);
        c := laguna.times64(laguna.little(s, n - 8, 8), m);
        d := laguna.times64(laguna.little(s, n - 16, 8), k2);
        RETURN laguna.farm_mix(
            laguna.sum64(laguna.turn64(laguna.sum64(a, b), 43), laguna.turn64(c, 30), d),
            laguna.sum64(a, laguna.turn64(laguna.sum64(b, k2), 18), c), m);
    ELSIF n <= 64 THEN
        a := laguna.times64(laguna.little(s, 0, 8), k2);
        b := laguna.little(s, 8, 8);
        c := laguna.times64(laguna.little(s, n - 8, 8), m);
        d := laguna.times64(laguna.little(s, n - 16, 8), k2);
        y := laguna.sum64(laguna.turn64(laguna.sum64(a, b), 43), laguna.turn64(c, 30), d);
        z := laguna.farm_mix(y, laguna.sum64(a, laguna.turn64(laguna.sum64(b, k2), 18), c), m);
        e := laguna.times64(laguna.little(s, 16, 8), m);
        f := laguna.little(s, 24, 8);
        g := laguna.times64(laguna.sum64(y, laguna.little(s, n - 32, 8)), m);
        h := laguna.times64(laguna.sum64(z, laguna.little(s, n - 24, 8)), m);
        RETURN laguna.farm_mix(
            laguna.sum64(laguna.turn64(laguna.sum64(e, f), 43), laguna.turn64(g, 30), h),
            laguna.sum64(e, laguna.turn64(laguna.sum64(f, a), 18), g), m);
    END IF;
    y := laguna.sum64(laguna.times64(81, k1), 113);
    held := laguna.sum64(laguna.times64(y, k2), 113);
    z := laguna.times64(held # laguna.right64(held, 47), k2);
    SELECT 0::bigint AS first, 0::bigint AS second INTO v;
    w := v;
    x := laguna.sum64(laguna.times64(81, k2), laguna.little(s, 0, 8));
    last := ((n - 1) / 64) * 64;
    LOOP
        x := laguna.times64(laguna.turn64(laguna.sum64(x, y, v.first, laguna.little(s, at + 8, 8)), 37), k1);
        y := laguna.times64(laguna.turn64(laguna.sum64(y, v.second, laguna.little(s, at + 48, 8)), 42), k1);
        x := x # w.second;
        y := laguna.sum64(y, v.first, laguna.little(s, at + 40, 8));
        z := laguna.times64(laguna.turn64(laguna.sum64(z, w.first), 33), k1);
        v := laguna.farm_weak(s, at, laguna.times64(v.second, k1), laguna.sum64(x, w.first));
        w := laguna.farm_weak(s, at + 32, laguna.sum64(z, w.second), laguna.sum64(y, laguna.little(s, at + 16, 8)));
        held := z; z := x; x := held;
        at := at + 64;
        EXIT WHEN at = last;
    END LOOP;
    m := laguna.sum64(k1, (z & 255) << 1);
    at := last + ((n - 1) & 63) - 63;
    w.first := laguna.sum64(w.first, (n - 1) & 63);
    v.first := laguna.sum64(v.first, w.first);
    w.first := laguna.sum64(w.first, v.first);
    x := laguna.times64(laguna.turn64(laguna.sum64(x, y, v.first, laguna.little(s, at + 8, 8)), 37), m);
    y := laguna.times64(laguna.turn64(laguna.sum64(y, v.second, laguna.little(s, at + 48, 8)), 42), m);
    x := x # laguna.times64(w.second, 9);
    y := laguna.sum64(y, laguna.times64(v.first, 9), laguna.little(s, at + 40, 8));
    z := laguna.times64(laguna.turn64(laguna.sum64(z, w.first), 33), m);
    v := laguna.farm_weak(s, at, laguna.times64(v.second, m), laguna.sum64(x, w.first));
    w := laguna.farm_weak(s, at + 32, laguna.sum64(z, w.second), laguna.sum64(y, laguna.little(s, at + 16, 8)));
    held := z; z := x; x := held;
    u := laguna.sum64(laguna.farm_mix(v.first, w.first, m), laguna.times64(y # laguna.right64(y, 47), k0), z);
    t := laguna.sum64(laguna.farm_mix(v.second, w.second, m), x);
    RETURN laguna.farm_mix(u, t, m);
END $$;
CREATE FUNCTION laguna.farmfingerprint64(s text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.farmfingerprint64(convert_to(s, 'UTF8'));

-- MurmurHash3's x86_32: https://github.com/aappleby/smhasher
-- Returns the last 32 bits of a product of two numbers of 32 bits.
CREATE FUNCTION laguna.times32(a bigint, b bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((a & 65535) * b + ((((a >> 16) * b) & 65535) << 16)) & 4294967295;
CREATE FUNCTION laguna.murmur3(s bytea, seed bigint) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    h bigint := seed & 4294967295;
    k bigint;
    n constant int := length(s);
BEGIN
    FOR i IN 0 .. n / 4 - 1 LOOP
        k := laguna.times32(laguna.little(s, i * 4, 4), 3432918353);
        k := ((k << 15) | (k >> 17)) & 4294967295;
        h := h # laguna.times32(k, 461845907);
        h := ((h << 13) | (h >> 19)) & 4294967295;
        h := (h * 5 + 3864292196) & 4294967295;
    END LOOP;
    IF n % 4 > 0 THEN
        k := laguna.times32(laguna.little(s, n / 4 * 4, n % 4), 3432918353);
        k := ((k << 15) | (k >> 17)) & 4294967295;
        h := h # laguna.times32(k, 461845907);
    END IF;
    h := h # n;
    h := laguna.times32(h # (h >> 16), 2246822507);
    h := laguna.times32(h # (h >> 13), 3266489909);
    h := h # (h >> 16);
    RETURN CASE WHEN h >= 2147483648 THEN h - 4294967296 ELSE h END;
END $$;
CREATE FUNCTION laguna.reversed(b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS 'SELECT decode(string_agg(lpad(to_hex(get_byte(b, i)), 2, ''0''), '''' ORDER BY i DESC), ''hex'') FROM generate_series(0, length(b) - 1) i';

-- The bytes that hashes of values are made of
CREATE FUNCTION laguna.bytes(x text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_to(x, 'UTF8');
CREATE FUNCTION laguna.bytes(x bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x;
CREATE FUNCTION laguna.bytes(x int2) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.reversed(int2send(x));
CREATE FUNCTION laguna.bytes(x int4) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.reversed(int4send(x));
CREATE FUNCTION laguna.bytes(x int8) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.reversed(int8send(x));
CREATE FUNCTION laguna.fnv(bytes bytea, seed bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    hash bigint := seed;
BEGIN
    FOR i IN 0 .. length(bytes) - 1 LOOP
        hash := laguna.times64(hash # get_byte(bytes, i), 1099511628211);
    END LOOP;
    RETURN hash;
END $$;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['bytea', 'int2', 'int4', 'int8', 'text'] LOOP
        IF t <> 'text' THEN
            EXECUTE format('CREATE FUNCTION laguna.fnv_hash(x %s) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
                RETURN laguna.fnv(laguna.bytes(x))', t);
        END IF;
        EXECUTE format('CREATE FUNCTION laguna.fnv_hash(x %s, seed bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN laguna.fnv(laguna.bytes(x), seed)', t);
        -- Whole numbers are hashed as 8 bytes: https://iceberg.apache.org/spec/#appendix-b-32-bit-hash-requirements
        EXECUTE format('CREATE FUNCTION laguna.murmur3_32_hash(x %s, seed bigint DEFAULT 0) RETURNS int
            LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.murmur3(laguna.bytes(x%s), seed)',
            t, CASE WHEN t IN ('int2', 'int4') THEN '::int8' ELSE '' END);
    END LOOP;
END $$;

CREATE FUNCTION laguna.checksum(x numeric) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (x * power(10::numeric, scale(x)))::int;
-- A whole number of each type, for which the engine cannot choose between the two others.
CREATE FUNCTION laguna.checksum(x int2) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x;
CREATE FUNCTION laguna.checksum(x int4) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x;
CREATE FUNCTION laguna.checksum(x int8) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.checksum(x::numeric);
CREATE FUNCTION laguna.checksum(x text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.refuse('CHECKSUM of strings is not implemented by Laguna')::int;

-- Numbers in Teradata's writing

CREATE FUNCTION laguna.alternative(s text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    body text := btrim(s);
BEGIN
    IF body = '' THEN
        RETURN 0;
    END IF;
    IF body ~ '[-+]$' THEN
        body := right(body, 1) || left(body, -1);
    END IF;
    RETURN regexp_replace(body, '[,$ ]', '', 'g')::numeric;
END $$;
CREATE FUNCTION laguna.text_to_int_alt(s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(laguna.alternative(s))::int;
CREATE FUNCTION laguna.half_even(x numeric, n int) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE WHEN abs(x * power(10::numeric, n)) % 1 = 0.5 AND trunc(x * power(10::numeric, n)) % 2 = 0
        THEN trunc(x, n) ELSE round(x, n) END;
CREATE FUNCTION laguna.text_to_numeric_alt(s text, "precision" int DEFAULT 38, scale int DEFAULT 0) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.half_even(laguna.alternative(s), scale);

-- Decimals: AVG keeps the scale of its argument. Both aggregates have one state, which PostgreSQL keeps once.

CREATE AGGREGATE laguna.whole(int2) (
    SFUNC = int2_avg_accum, STYPE = int8[], FINALFUNC = laguna.avg_final, COMBINEFUNC = int4_avg_combine,
    INITCOND = '{0,0}', MSFUNC = int2_avg_accum, MINVFUNC = int2_avg_accum_inv, MSTYPE = int8[],
    MFINALFUNC = laguna.avg_final, MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.whole(int4) (
    SFUNC = int4_avg_accum, STYPE = int8[], FINALFUNC = laguna.avg_final, COMBINEFUNC = int4_avg_combine,
    INITCOND = '{0,0}', MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv, MSTYPE = int8[],
    MFINALFUNC = laguna.avg_final, MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.whole(int8) (
    SFUNC = laguna.avg_add, STYPE = numeric[], FINALFUNC = laguna.avg_final, INITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.whole(numeric) (
    SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_sum, COMBINEFUNC = numeric_avg_combine,
    SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, MSFUNC = numeric_avg_accum,
    MINVFUNC = numeric_accum_inv, MSTYPE = internal, MFINALFUNC = numeric_sum, PARALLEL = SAFE);
CREATE AGGREGATE laguna.whole(float8) (
    SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg, COMBINEFUNC = float8_combine,
    INITCOND = '{0,0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.whole(interval) (
    SFUNC = interval_avg_accum, STYPE = internal, FINALFUNC = interval_avg, COMBINEFUNC = interval_avg_combine,
    SERIALFUNC = interval_avg_serialize, DESERIALFUNC = interval_avg_deserialize, PARALLEL = SAFE);
CREATE FUNCTION laguna.avg(a bigint, whole bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN a;
CREATE FUNCTION laguna.avg(a float8, whole float8) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN a;
CREATE FUNCTION laguna.avg(a interval, whole interval) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN a;
CREATE FUNCTION laguna.avg(a numeric, whole numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN trunc(a, scale(whole));
CREATE AGGREGATE laguna.avg(laguna.super) (SFUNC = laguna.sum_add, STYPE = numeric, FINALFUNC = laguna.sum_final);

CREATE FUNCTION laguna.ratio_to_report(x float8, total float8) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x / nullif(total, 0);

-- Dates: TO_DATE lets a day run over into the next month, unless it is to be strict.

CREATE FUNCTION laguna.to_date(s text, format text, is_strict boolean DEFAULT false) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    at int := strpos(upper(format), 'DD');
    day text;
BEGIN
    RETURN pg_catalog.to_date(s, format);
EXCEPTION WHEN datetime_field_overflow THEN
    day := substr(s, at, 2);
    IF is_strict OR at = 0 OR day !~ '^\d\d$' OR day::int > 31 THEN
        RAISE;
    END IF;
    RETURN pg_catalog.to_date(overlay(s PLACING '01' FROM at FOR 2), format) + day::int - 1;
END $$;
CREATE FUNCTION laguna.to_timestamp(s text, format text, is_strict boolean DEFAULT false) RETURNS timestamptz
    LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
    at int := strpos(upper(format), 'HH24');
    hours text;
BEGIN
    RETURN pg_catalog.to_timestamp(s, format);
EXCEPTION WHEN datetime_field_overflow THEN
    hours := substr(s, at, 2);
    IF is_strict OR at = 0 OR hours !~ '^\d\d$' THEN
        RAISE;
    END IF;
    RETURN pg_catalog.to_timestamp(overlay(s PLACING '00' FROM at FOR 2), format) + hours::int * interval '1 hour';
END $$;

-- Bytes

CREATE FUNCTION laguna.getbit(b bytea, n int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (get_byte(b, length(b) - 1 - n / 8) >> (n % 8)) & 1;
CREATE FUNCTION laguna.to_hex(b bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN encode(b, 'hex');
CREATE FUNCTION laguna.to_hex(n bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN to_hex(n);
CREATE FUNCTION laguna.json_serialize_to_varbyte(s jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_to(laguna.json_serialize(s), 'UTF8');
CREATE FUNCTION laguna.varbyte_text(b bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_from(b, 'UTF8');
CREATE FUNCTION laguna.text_varbyte(s text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_to(s, 'UTF8');
CREATE FUNCTION laguna.varchar_varbyte(s varchar) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_to(s, 'UTF8');
CREATE FUNCTION laguna.varbyte_varchar(b bytea) RETURNS varchar LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN convert_from(b, 'UTF8')::varchar;
CREATE CAST (bytea AS text) WITH FUNCTION laguna.varbyte_text(bytea) AS ASSIGNMENT;
CREATE CAST (text AS bytea) WITH FUNCTION laguna.text_varbyte(text) AS ASSIGNMENT;
CREATE CAST (bytea AS varchar) WITH FUNCTION laguna.varbyte_varchar(bytea) AS ASSIGNMENT;
CREATE CAST (varchar AS bytea) WITH FUNCTION laguna.varchar_varbyte(varchar) AS ASSIGNMENT;

-- SUPER

CREATE FUNCTION laguna.decimal_precision(s laguna.super) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN length(regexp_replace(laguna.number(s)::text, '[^0-9]', '', 'g'));
CREATE FUNCTION laguna.decimal_scale(s laguna.super) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN scale(laguna.number(s));
CREATE FUNCTION laguna.get_number_attributes(s jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN jsonb_typeof(s) = 'object' THEN (SELECT count(*)::int FROM jsonb_object_keys(s)) END;
CREATE FUNCTION laguna.with_attributes(s jsonb, upper boolean) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN CASE jsonb_typeof(s)
        WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(
            CASE WHEN upper THEN pg_catalog.upper(key) ELSE pg_catalog.lower(key) END,
            laguna.with_attributes(value, upper)), '{}') FROM jsonb_each(s))
        WHEN 'array' THEN (SELECT coalesce(jsonb_agg(laguna.with_attributes(value, upper) ORDER BY place), '[]')
            FROM jsonb_array_elements(s) WITH ORDINALITY e(value, place))
        ELSE s END;
END $$;
CREATE FUNCTION laguna.lower_attribute_names(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.with_attributes(s, false)::laguna.super;
CREATE FUNCTION laguna.upper_attribute_names(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.with_attributes(s, true)::laguna.super;
CREATE FUNCTION laguna.elements(s jsonb) RETURNS TABLE (value jsonb, place bigint)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT e.value, e.place - 1
    FROM jsonb_array_elements(CASE WHEN jsonb_typeof(s) = 'array' THEN s ELSE '[]' END) WITH ORDINALITY e(value, place)
$$;
CREATE FUNCTION laguna.array_contains(s jsonb, x jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN EXISTS (SELECT FROM laguna.elements(s) e WHERE e.value = x);
CREATE FUNCTION laguna.array_position(s jsonb, x jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN coalesce((SELECT min(e.place)::int FROM laguna.elements(s) e WHERE e.value = x), -1);
CREATE FUNCTION laguna.array_positions(s jsonb, x jsonb) RETURNS laguna.super
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    (SELECT coalesce(jsonb_agg(e.place ORDER BY e.place), '[]') FROM laguna.elements(s) e WHERE e.value = x)::laguna.super;
CREATE FUNCTION laguna.array_distinct(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    (SELECT coalesce(jsonb_agg(d.value ORDER BY d.place), '[]')
    FROM (SELECT e.value, min(e.place) AS place FROM laguna.elements(s) e GROUP BY e.value) d)::laguna.super;
CREATE FUNCTION laguna.array_sort(s jsonb, ascending boolean DEFAULT true, nulls_first boolean DEFAULT false)
    RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    (SELECT coalesce(jsonb_agg(e.value ORDER BY (e.value = 'null') <> nulls_first,
        CASE WHEN ascending THEN e.value::laguna.super END,
        CASE WHEN NOT ascending THEN e.value::laguna.super END DESC), '[]') FROM laguna.elements(s) e)::laguna.super;
CREATE FUNCTION laguna.array_union(a jsonb, b jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.array_distinct(a || b);
CREATE FUNCTION laguna.array_intersection(a jsonb, b jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.array_distinct((SELECT coalesce(jsonb_agg(e.value ORDER BY e.place), '[]') FROM laguna.elements(a) e
        WHERE laguna.array_contains(b, e.value)));
CREATE FUNCTION laguna.array_except(a jsonb, b jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.array_distinct((SELECT coalesce(jsonb_agg(e.value ORDER BY e.place), '[]') FROM laguna.elements(a) e
        WHERE NOT laguna.array_contains(b, e.value)));
CREATE FUNCTION laguna.arrays_overlap(a jsonb, b jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN EXISTS (SELECT FROM laguna.elements(a) e WHERE laguna.array_contains(b, e.value));


-- The system

-- Of any type, which casts to text make ambiguous in PostgreSQL.
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['text', 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'date', 'timestamp',
        'timestamptz'] LOOP
        EXECUTE format('CREATE FUNCTION laguna.quote_literal(value %s) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE '
            'RETURN pg_catalog.quote_literal(value::text)', t);
    END LOOP;
END $$;
CREATE FUNCTION laguna.setting(name text, what text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF coalesce(current_setting('laguna.' || name, true), '') = '' THEN
        RAISE EXCEPTION '% is not known in this session', what USING ERRCODE = '55000';
    END IF;
    RETURN current_setting('laguna.' || name);
END $$;
CREATE FUNCTION laguna.current_aws_account() RETURNS text LANGUAGE sql STABLE RETURN laguna.setting('account', 'The AWS account');
CREATE FUNCTION laguna.current_namespace() RETURNS text LANGUAGE sql STABLE RETURN laguna.setting('namespace', 'The namespace');
CREATE FUNCTION laguna.default_iam_role() RETURNS text LANGUAGE sql STABLE
    RETURN laguna.setting('default_iam_role', 'The default IAM role');
CREATE FUNCTION laguna.user_is_member_of(member text, of_role text) RETURNS boolean LANGUAGE sql STABLE STRICT
    RETURN pg_has_role(member, of_role, 'MEMBER');
CREATE FUNCTION laguna.role_is_member_of(member text, of_role text) RETURNS boolean LANGUAGE sql STABLE STRICT
    RETURN member <> of_role AND pg_has_role(member, of_role, 'MEMBER');
CREATE FUNCTION laguna.db_collation() RETURNS text LANGUAGE sql STABLE RETURN 'case_sensitive';
CREATE FUNCTION laguna.version() RETURNS text LANGUAGE sql STABLE
    RETURN 'PostgreSQL 8.0.2 on x86_64-pc-linux-gnu, compiled by GCC, Redshift 1.0.0 (Laguna)';
CREATE FUNCTION laguna.pg_last_unload_count() RETURNS bigint LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('laguna.last_unload_count', true), '')::bigint, 0);
CREATE FUNCTION laguna.pg_last_unload_id() RETURNS int LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('laguna.last_unload_id', true), '')::int, -1);
CREATE FUNCTION pg_catalog.pg_get_cols(relation text) RETURNS SETOF record LANGUAGE sql STABLE STRICT AS $$
    SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)::varchar, a.attnum::int
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.oid = to_regclass(relation) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
$$;
