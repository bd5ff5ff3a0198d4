-- The schema laguna: Redshift's functions that PostgreSQL lacks, or has with another meaning. Redshift's SQL is rewritten
-- so that calls name this schema. A superuser runs it once in a template database, after super.sql.
CREATE EXTENSION pgcrypto SCHEMA laguna;
CREATE EXTENSION fuzzystrmatch SCHEMA laguna;
CREATE COLLATION laguna.case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE FUNCTION laguna.refuse(message text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = message, ERRCODE = '22023';
END $$;

-- Date and time: https://docs.aws.amazon.com/redshift/latest/dg/r_Dateparts_for_datetime_functions.html

CREATE FUNCTION laguna.part(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE
        WHEN lower(name) IN ('millennium', 'millennia', 'mil', 'mils') THEN 'millennium'
        WHEN lower(name) IN ('century', 'centuries', 'c', 'cent', 'cents') THEN 'century'
        WHEN lower(name) IN ('decade', 'decades', 'dec', 'decs') THEN 'decade'
        WHEN lower(name) IN ('year', 'years', 'y', 'yr', 'yrs') THEN 'year'
        WHEN lower(name) IN ('quarter', 'quarters', 'qtr', 'qtrs') THEN 'quarter'
        WHEN lower(name) IN ('month', 'months', 'mon', 'mons') THEN 'month'
        WHEN lower(name) IN ('week', 'weeks', 'w') THEN 'week'
        WHEN lower(name) IN ('dayofweek', 'dow', 'dw', 'weekday') THEN 'dow'
        WHEN lower(name) IN ('dayofyear', 'doy', 'dy', 'yearday') THEN 'doy'
        WHEN lower(name) IN ('day', 'days', 'd') THEN 'day'
        WHEN lower(name) IN ('hour', 'hours', 'h', 'hr', 'hrs') THEN 'hour'
        WHEN lower(name) IN ('minute', 'minutes', 'm', 'min', 'mins') THEN 'minute'
        WHEN lower(name) IN ('second', 'seconds', 's', 'sec', 'secs') THEN 'second'
        WHEN lower(name) IN ('millisecond', 'milliseconds', 'ms', 'msec', 'msecs', 'msecond', 'mseconds', 'millisec',
            'millisecs', 'millisecon') THEN 'milliseconds'
        WHEN lower(name) IN ('microsecond', 'microseconds', 'microsec', 'microsecs', 'usecond', 'useconds', 'us',
            'usec', 'usecs') THEN 'microseconds'
        WHEN lower(name) IN ('epoch', 'timezone', 'timezone_hour', 'timezone_minute') THEN lower(name)
        ELSE laguna.refuse('invalid date part "' || name || '"')
    END;

CREATE FUNCTION laguna.unit(name text) RETURNS interval LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE laguna.part(name)
        WHEN 'millennium' THEN interval '1000 years'
        WHEN 'century' THEN interval '100 years'
        WHEN 'decade' THEN interval '10 years'
        WHEN 'year' THEN interval '1 year'
        WHEN 'quarter' THEN interval '3 months'
        WHEN 'month' THEN interval '1 month'
        WHEN 'week' THEN interval '7 days'
        WHEN 'day' THEN interval '1 day'
        WHEN 'dow' THEN interval '1 day'
        WHEN 'doy' THEN interval '1 day'
        WHEN 'hour' THEN interval '1 hour'
        WHEN 'minute' THEN interval '1 minute'
        WHEN 'second' THEN interval '1 second'
        WHEN 'epoch' THEN interval '1 second'
        WHEN 'milliseconds' THEN interval '1 millisecond'
        WHEN 'microseconds' THEN interval '1 microsecond'
        ELSE laguna.refuse('date part "' || name || '" not supported')::interval
    END;

-- A year after the 29th of February is the 1st of March.
CREATE FUNCTION laguna.later(part text, n bigint, d timestamp) RETURNS interval
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    n * laguna.unit(part) + CASE
        WHEN laguna.part(part) IN ('year', 'decade', 'century', 'millennium')
            AND extract(month FROM d) = 2 AND extract(day FROM d) = 29
            AND extract(day FROM d + n * laguna.unit(part)) = 28 THEN interval '1 day'
        ELSE interval '0 days'
    END;
CREATE FUNCTION laguna.dateadd(part text, n bigint, d timestamp) RETURNS timestamp
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN d + laguna.later(part, n, d);
CREATE FUNCTION laguna.dateadd(part text, n bigint, d date) RETURNS timestamp
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN d::timestamp + laguna.later(part, n, d::timestamp);
CREATE FUNCTION laguna.dateadd(part text, n bigint, d text) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d::timestamp + laguna.later(part, n, d::timestamp);
CREATE FUNCTION laguna.dateadd(part text, n bigint, d timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d + n * laguna.unit(part);
CREATE FUNCTION laguna.dateadd(part text, n bigint, d time) RETURNS time
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN d + n * laguna.unit(part);
CREATE FUNCTION laguna.dateadd(part text, n bigint, d timetz) RETURNS timetz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN (d + n * laguna.unit(part)) AT TIME ZONE 'UTC';

-- DATEDIFF counts the boundaries between two times; weeks begin on Sunday.
CREATE FUNCTION laguna.datediff(part text, a timestamp, b timestamp) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE laguna.part(part)
        WHEN 'millennium' THEN extract(millennium FROM b) - extract(millennium FROM a)
        WHEN 'century' THEN extract(century FROM b) - extract(century FROM a)
        WHEN 'decade' THEN extract(decade FROM b) - extract(decade FROM a)
        WHEN 'year' THEN extract(year FROM b) - extract(year FROM a)
        WHEN 'quarter' THEN (extract(year FROM b) - extract(year FROM a)) * 4
            + extract(quarter FROM b) - extract(quarter FROM a)
        WHEN 'month' THEN (extract(year FROM b) - extract(year FROM a)) * 12
            + extract(month FROM b) - extract(month FROM a)
        WHEN 'week' THEN floor((b::date - date '2000-01-02') / 7.0) - floor((a::date - date '2000-01-02') / 7.0)
        WHEN 'day' THEN b::date - a::date
        WHEN 'dow' THEN b::date - a::date
        WHEN 'doy' THEN b::date - a::date
        WHEN 'hour' THEN floor(extract(epoch FROM b) / 3600) - floor(extract(epoch FROM a) / 3600)
        WHEN 'minute' THEN floor(extract(epoch FROM b) / 60) - floor(extract(epoch FROM a) / 60)
        WHEN 'second' THEN floor(extract(epoch FROM b)) - floor(extract(epoch FROM a))
        WHEN 'epoch' THEN floor(extract(epoch FROM b)) - floor(extract(epoch FROM a))
        WHEN 'milliseconds' THEN floor(extract(epoch FROM b) * 1000) - floor(extract(epoch FROM a) * 1000)
        WHEN 'microseconds' THEN floor(extract(epoch FROM b) * 1000000) - floor(extract(epoch FROM a) * 1000000)
        ELSE laguna.refuse('date part "' || part || '" not supported')::numeric
    END::bigint;
CREATE FUNCTION laguna.datediff(part text, a date, b date) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a text, b text) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a text, b timestamp) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b);
CREATE FUNCTION laguna.datediff(part text, a timestamp, b text) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a text, b date) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a date, b text) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a date, b timestamp) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b);
CREATE FUNCTION laguna.datediff(part text, a timestamp, b date) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a timestamptz, b timestamptz) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.datediff(part, a::timestamp, b::timestamp);
CREATE FUNCTION laguna.datediff(part text, a time, b time) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    laguna.datediff(part, date '2000-01-01' + a, date '2000-01-01' + b);

CREATE FUNCTION laguna.datediff(part text, a timetz, b timetz) RETURNS bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN
    laguna.datediff(part, (a AT TIME ZONE 'UTC')::time, (b AT TIME ZONE 'UTC')::time);

-- Parts of a second do not count its whole seconds, and decades begin with the first.
-- None of these is STRICT, which would keep PostgreSQL from putting their expressions in the place of a call.
CREATE FUNCTION laguna.part_value(part text, value float8) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE laguna.part(part)
        WHEN 'milliseconds' THEN trunc((value::numeric) % 1000)::float8
        WHEN 'microseconds' THEN ((value::numeric) % 1000000)::float8
        WHEN 'decade' THEN value + 1
        ELSE value
    END;
CREATE FUNCTION laguna.date_part(part text, d timestamp) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));
CREATE FUNCTION laguna.date_part(part text, d date) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d::timestamp));
CREATE FUNCTION laguna.date_part(part text, d text) RETURNS float8
    LANGUAGE sql STABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d::timestamp));
CREATE FUNCTION laguna.date_part(part text, d timestamptz) RETURNS float8
    LANGUAGE sql STABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));
CREATE FUNCTION laguna.date_part(part text, d time) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));
CREATE FUNCTION laguna.date_part(part text, d timetz) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));
CREATE FUNCTION laguna.date_part(part text, d interval) RETURNS float8
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));

-- EXTRACT: a whole number, but of a timestamp with time zone.
CREATE FUNCTION laguna.date_part(part text, d timestamp, whole boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN trunc(laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d)))::bigint;
CREATE FUNCTION laguna.date_part(part text, d date, whole boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN trunc(laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d::timestamp)))::bigint;
CREATE FUNCTION laguna.date_part(part text, d text, whole boolean) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE RETURN trunc(laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d::timestamp)))::bigint;
CREATE FUNCTION laguna.date_part(part text, d timestamptz, whole boolean) RETURNS float8
    LANGUAGE sql STABLE PARALLEL SAFE RETURN laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d));
CREATE FUNCTION laguna.date_part(part text, d time, whole boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN trunc(laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d)))::bigint;
CREATE FUNCTION laguna.date_part(part text, d interval, whole boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN trunc(laguna.part_value(part, pg_catalog.date_part(laguna.part(part), d)))::bigint;
CREATE FUNCTION laguna.date_part(part text, d timetz, whole boolean) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN trunc(laguna.date_part(part, d))::bigint;

CREATE FUNCTION laguna.date_trunc(part text, d timestamp) RETURNS timestamp
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN date_trunc(laguna.part(part), d);
CREATE FUNCTION laguna.date_trunc(part text, d date) RETURNS timestamp
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN date_trunc(laguna.part(part), d::timestamp);
CREATE FUNCTION laguna.date_trunc(part text, d text) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN date_trunc(laguna.part(part), d::timestamp);
CREATE FUNCTION laguna.date_trunc(part text, d timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN date_trunc(laguna.part(part), d);
CREATE FUNCTION laguna.date_trunc(part text, d interval) RETURNS interval
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN date_trunc(laguna.part(part), d);

CREATE FUNCTION laguna.getdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
    RETURN date_trunc('second', statement_timestamp()::timestamp);
CREATE FUNCTION laguna.sysdate() RETURNS timestamp LANGUAGE sql STABLE PARALLEL SAFE
    RETURN transaction_timestamp()::timestamp;
CREATE FUNCTION laguna.last_day(d timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (date_trunc('month', d) + interval '1 month - 1 day')::date;
CREATE FUNCTION laguna.last_day(d date) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.last_day(d::timestamp);
CREATE FUNCTION laguna.last_day(d text) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN laguna.last_day(d::timestamp);
CREATE FUNCTION laguna.add_months(d timestamp, n bigint) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN d::date = laguna.last_day(d)
            THEN laguna.last_day(date_trunc('month', d) + n * interval '1 month') + d::time
        ELSE d + n * interval '1 month'
    END;
CREATE FUNCTION laguna.add_months(d date, n bigint) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.add_months(d::timestamp, n);
CREATE FUNCTION laguna.add_months(d text, n bigint) RETURNS timestamp LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN laguna.add_months(d::timestamp, n);
CREATE FUNCTION laguna.months_between(a timestamp, b timestamp) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    laguna.datediff('month', b, a)
        + CASE
            WHEN extract(day FROM a) = extract(day FROM b) THEN 0
            WHEN a::date = laguna.last_day(a) AND b::date = laguna.last_day(b) THEN 0
            ELSE (extract(day FROM a) - extract(day FROM b) + extract(epoch FROM a::time - b::time) / 86400) / 31.0
        END;
CREATE FUNCTION laguna.months_between(a text, b text) RETURNS float8
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.months_between(a::timestamp, b::timestamp);
CREATE FUNCTION laguna.months_between(a date, b date) RETURNS float8
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.months_between(a::timestamp, b::timestamp);
CREATE FUNCTION laguna.next_day(d timestamp, day text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    d::date + 1 + ((CASE lower(left(day, 2))
        WHEN 'su' THEN 0 WHEN 'mo' THEN 1 WHEN 'tu' THEN 2 WHEN 'we' THEN 3 WHEN 'th' THEN 4 WHEN 'fr' THEN 5
        WHEN 'sa' THEN 6 ELSE laguna.refuse('invalid day of week "' || day || '"')::int END
        - extract(dow FROM d)::int + 6) % 7);
CREATE FUNCTION laguna.next_day(d date, day text) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.next_day(d::timestamp, day);
CREATE FUNCTION laguna.next_day(d text, day text) RETURNS date
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN laguna.next_day(d::timestamp, day);
CREATE FUNCTION laguna.date_part_year(d date) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN extract(year FROM d)::int;
CREATE FUNCTION laguna.convert_timezone(source text, target text, d timestamp) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d AT TIME ZONE source AT TIME ZONE target;
CREATE FUNCTION laguna.convert_timezone(source text, target text, d text) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d::timestamp AT TIME ZONE source AT TIME ZONE target;
CREATE FUNCTION laguna.convert_timezone(target text, d timestamp) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d AT TIME ZONE 'UTC' AT TIME ZONE target;
CREATE FUNCTION laguna.convert_timezone(target text, d text) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d::timestamp AT TIME ZONE 'UTC' AT TIME ZONE target;
CREATE FUNCTION laguna.convert_timezone(target text, d timestamptz) RETURNS timestamp
    LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d AT TIME ZONE target;
CREATE FUNCTION laguna.date_cmp(a date, b date) RETURNS int LANGUAGE sql IMMUTABLE STRICT RETURN sign(a - b)::int;
CREATE FUNCTION laguna.timestamp_cmp(a timestamp, b timestamp) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN pg_catalog.timestamp_cmp(a, b);
CREATE FUNCTION laguna.date_cmp_timestamp(a date, b timestamp) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN pg_catalog.timestamp_cmp(a::timestamp, b);
CREATE FUNCTION laguna.timestamp_cmp_date(a timestamp, b date) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN pg_catalog.timestamp_cmp(a, b::timestamp);
CREATE FUNCTION laguna.date_cmp_timestamptz(a date, b timestamptz) RETURNS int LANGUAGE sql STABLE STRICT
    RETURN pg_catalog.timestamptz_cmp(a::timestamptz, b);
CREATE FUNCTION laguna.timestamptz_cmp(a timestamptz, b timestamptz) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN pg_catalog.timestamptz_cmp(a, b);
CREATE FUNCTION laguna.timestamptz_cmp_date(a timestamptz, b date) RETURNS int LANGUAGE sql STABLE STRICT
    RETURN pg_catalog.timestamptz_cmp(a, b::timestamptz);
CREATE FUNCTION laguna.timestamptz_cmp_timestamp(a timestamptz, b timestamp) RETURNS int LANGUAGE sql STABLE STRICT
    RETURN pg_catalog.timestamptz_cmp(a, b::timestamptz);
CREATE FUNCTION laguna.timestamp_cmp_timestamptz(a timestamp, b timestamptz) RETURNS int LANGUAGE sql STABLE STRICT
    RETURN pg_catalog.timestamptz_cmp(a::timestamptz, b);
CREATE FUNCTION laguna.interval_cmp(a interval, b interval) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN pg_catalog.interval_cmp(a, b);

-- Numbers

CREATE FUNCTION laguna.round(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN round(x);
CREATE FUNCTION laguna.round(x numeric, n int) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN round(x, n);
CREATE FUNCTION laguna.round(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN round(x::numeric)::float8;
CREATE FUNCTION laguna.round(x float8, n int) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN round(x::numeric, n)::float8;
CREATE FUNCTION laguna.round(x int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x;
CREATE FUNCTION laguna.round(x bigint) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN x;
CREATE FUNCTION laguna.trunc(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN trunc(x);
CREATE FUNCTION laguna.trunc(x numeric, n int) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(x, n);
CREATE FUNCTION laguna.trunc(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN trunc(x);
CREATE FUNCTION laguna.trunc(x float8, n int) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trunc(x::numeric, n)::float8;
CREATE FUNCTION laguna.trunc(d timestamp) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN d::date;
CREATE FUNCTION laguna.trunc(d timestamptz) RETURNS date LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN d::date;
CREATE FUNCTION laguna.trunc(d date) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN d;
CREATE FUNCTION laguna.strtol(digits text, base int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    body text := lower(regexp_replace(btrim(digits), '^[+-]', ''));
    result bigint := 0;
    value int;
BEGIN
    IF base < 2 OR base > 36 THEN
        RAISE EXCEPTION 'The base must be between 2 and 36' USING ERRCODE = '22023';
    END IF;
    IF base = 16 AND body LIKE '0x%' THEN
        body := substr(body, 3);
    END IF;
    FOR i IN 1 .. length(body) LOOP
        value := strpos('0123456789abcdefghijklmnopqrstuvwxyz', substr(body, i, 1)) - 1;
        IF value < 0 OR value >= base THEN
            RAISE EXCEPTION 'The input % is not valid to be converted to base %', digits, base USING ERRCODE = '22023';
        END IF;
        result := result * base + value;
    END LOOP;
    RETURN CASE WHEN btrim(digits) LIKE '-%' THEN -result ELSE result END;
END $$;

-- Functions whose result is DOUBLE PRECISION of every number
DO $$
DECLARE
    f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['sqrt', 'exp', 'ln', 'log'] LOOP
        EXECUTE format('CREATE FUNCTION laguna.%1$s(x float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN pg_catalog.%1$s(x)', f);
    END LOOP;
END $$;
CREATE FUNCTION laguna.power(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.power(x, y);
CREATE FUNCTION laguna.pow(x float8, y float8) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.power(x, y);

-- Strings

CREATE FUNCTION laguna.len(s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN length(s);
CREATE FUNCTION laguna.len(s bytea) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN length(s);
CREATE FUNCTION laguna.textlen(s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN length(s);
CREATE FUNCTION laguna.charindex(part text, s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN strpos(s, part);
CREATE FUNCTION laguna.octetindex(part text, s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN position(convert_to(part, 'UTF8') IN convert_to(s, 'UTF8'));
CREATE FUNCTION laguna.replicate(s text, n int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN repeat(s, n);
CREATE FUNCTION laguna.concat(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN a || b;
CREATE FUNCTION laguna.bpcharcmp(a text, b text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.bpcharcmp(a::bpchar, b::bpchar);
CREATE FUNCTION laguna.bttext_pattern_cmp(a text, b text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_catalog.bttext_pattern_cmp(a, b);
CREATE FUNCTION laguna.flags(parameters text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(parameters, 'pe', '');
CREATE FUNCTION laguna.regexp_replace(s text, pattern text, replacement text DEFAULT '', place int DEFAULT 1,
    parameters text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    pg_catalog.regexp_replace(s, pattern, pg_catalog.regexp_replace(replacement, '\$(\d)', '\\\1', 'g'), place, 0,
        laguna.flags(parameters));
CREATE FUNCTION laguna.regexp_substr(s text, pattern text, place int DEFAULT 1, occurrence int DEFAULT 1,
    parameters text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    coalesce(pg_catalog.regexp_substr(s, pattern, place, occurrence, laguna.flags(parameters),
        CASE WHEN parameters LIKE '%e%' THEN 1 ELSE 0 END), '');
CREATE FUNCTION laguna.regexp_count(s text, pattern text, place int DEFAULT 1, parameters text DEFAULT '')
    RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    pg_catalog.regexp_count(s, pattern, place, laguna.flags(parameters));
CREATE FUNCTION laguna.regexp_instr(s text, pattern text, place int DEFAULT 1, occurrence int DEFAULT 1,
    after int DEFAULT 0, parameters text DEFAULT '') RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    pg_catalog.regexp_instr(s, pattern, place, occurrence, after, laguna.flags(parameters),
        CASE WHEN parameters LIKE '%e%' THEN 1 ELSE 0 END);

-- Hashes

CREATE FUNCTION laguna.sha1(s text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN encode(laguna.digest(s, 'sha1'), 'hex');
CREATE FUNCTION laguna.sha(s text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN laguna.sha1(s);
CREATE FUNCTION laguna.func_sha1(s text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.sha1(s);
CREATE FUNCTION laguna.sha2(s text, bits int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE bits
        WHEN 0 THEN encode(laguna.digest(s, 'sha256'), 'hex')
        WHEN 224 THEN encode(laguna.digest(s, 'sha224'), 'hex')
        WHEN 256 THEN encode(laguna.digest(s, 'sha256'), 'hex')
        WHEN 384 THEN encode(laguna.digest(s, 'sha384'), 'hex')
        WHEN 512 THEN encode(laguna.digest(s, 'sha512'), 'hex')
    END;
CREATE FUNCTION laguna.crc32(s text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    bytes bytea := convert_to(s, 'UTF8');
    crc bigint := 4294967295;
BEGIN
    FOR i IN 0 .. length(bytes) - 1 LOOP
        crc := crc # get_byte(bytes, i);
        FOR bit IN 1 .. 8 LOOP
            crc := CASE WHEN crc & 1 = 1 THEN (crc >> 1) # 2197175160 ELSE crc >> 1 END;
        END LOOP;
    END LOOP;
    RETURN lpad(to_hex(crc # 4294967295), 8, '0');
END $$;
CREATE FUNCTION laguna.fnv(bytes bytea) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    hash numeric := 14695981039346656037;
    low int;
BEGIN
    FOR i IN 0 .. length(bytes) - 1 LOOP
        low := (hash % 256)::int;
        hash := ((hash - low + (low # get_byte(bytes, i))) * 1099511628211) % 18446744073709551616;
    END LOOP;
    RETURN CASE WHEN hash >= 9223372036854775808 THEN hash - 18446744073709551616 ELSE hash END;
END $$;
CREATE FUNCTION laguna.fnv_hash(s text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.fnv(convert_to(s, 'UTF8'));

-- VARBYTE

CREATE FUNCTION laguna.from_hex(s text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN decode(CASE WHEN length(s) % 2 = 1 THEN '0' || s ELSE s END, 'hex');
CREATE FUNCTION laguna.from_bits(s text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT decode(string_agg(lpad(to_hex(substr(b.bits, i * 8 + 1, 8)::bit(8)::int), 2, '0'), '' ORDER BY i), 'hex')
    FROM (SELECT lpad(s, (length(s) + 7) / 8 * 8, '0') AS bits) b, generate_series(0, (length(s) + 7) / 8 - 1) i
$$;
CREATE FUNCTION laguna.bits(b bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT string_agg(get_byte(b, i)::bit(8)::text, '' ORDER BY i) FROM generate_series(0, length(b) - 1) i
$$;
CREATE FUNCTION laguna.to_varbyte(s text, format text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE lower(format) WHEN 'hex' THEN laguna.from_hex(s) WHEN 'base64' THEN decode(s, 'base64')
        WHEN 'binary' THEN laguna.from_bits(s) ELSE convert_to(s, 'UTF8') END;
CREATE FUNCTION laguna.from_varbyte(b bytea, format text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE lower(format) WHEN 'hex' THEN encode(b, 'hex') WHEN 'base64' THEN encode(b, 'base64')
        WHEN 'binary' THEN laguna.bits(b) ELSE convert_from(b, 'UTF8') END;
CREATE FUNCTION laguna.concat(a bytea, b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN a || b;
CREATE FUNCTION laguna.bytes_with(a bytea, b bytea, operation text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    n int := greatest(length(a), length(b));
    result bytea := decode(repeat('00', n - length(a)), 'hex') || a;
    other bytea := decode(repeat('00', n - length(b)), 'hex') || b;
BEGIN
    FOR i IN 0 .. n - 1 LOOP
        result := set_byte(result, i, CASE operation
            WHEN '&' THEN get_byte(result, i) & get_byte(other, i)
            WHEN '|' THEN get_byte(result, i) | get_byte(other, i)
            ELSE get_byte(result, i) # get_byte(other, i) END);
    END LOOP;
    RETURN result;
END $$;
CREATE FUNCTION laguna.bytes_and(a bytea, b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.bytes_with(a, b, '&');
CREATE FUNCTION laguna.bytes_or(a bytea, b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.bytes_with(a, b, '|');
CREATE FUNCTION laguna.bytes_xor(a bytea, b bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.bytes_with(a, b, '#');
CREATE FUNCTION laguna.bytes_not(a bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN laguna.bytes_with(a, decode(repeat('ff', length(a)), 'hex'), '#');
CREATE OPERATOR pg_catalog.& (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = laguna.bytes_and);
CREATE OPERATOR pg_catalog.| (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = laguna.bytes_or);
CREATE OPERATOR pg_catalog.# (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = laguna.bytes_xor);
CREATE OPERATOR pg_catalog.~ (RIGHTARG = bytea, FUNCTION = laguna.bytes_not);
CREATE OPERATOR pg_catalog.+ (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = pg_catalog.byteacat);
CREATE CAST (int2 AS bytea) WITH FUNCTION pg_catalog.int2send(int2);
CREATE CAST (int4 AS bytea) WITH FUNCTION pg_catalog.int4send(int4);
CREATE CAST (int8 AS bytea) WITH FUNCTION pg_catalog.int8send(int8);

-- JSON in strings

CREATE FUNCTION laguna.is_valid_json(s text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_input_is_valid(s, 'json') AND ltrim(s, E' \t\n\r') LIKE '{%';
CREATE FUNCTION laguna.is_valid_json_array(s text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN pg_input_is_valid(s, 'json') AND ltrim(s, E' \t\n\r') LIKE '[%';
-- An attribute may be in an object once, unless the last one is to be kept.
CREATE FUNCTION laguna.is_unique_json(s text) RETURNS boolean LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN s IS JSON WITH UNIQUE KEYS
        OR coalesce(current_setting('laguna.json_parse_dedup_attributes', true), 'off') IN ('on', 'true', '1');
CREATE FUNCTION laguna.can_json_parse(s text) RETURNS boolean LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN pg_input_is_valid(s, 'json') AND laguna.is_unique_json(s);
CREATE FUNCTION laguna.json_extract_path_text(s text, VARIADIC path text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN nullif(s, '')::json #>> path;
CREATE FUNCTION laguna.json_extract_path_text(null_if_invalid boolean, s text, VARIADIC path text[]) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE WHEN NOT null_if_invalid OR pg_input_is_valid(s, 'json') THEN nullif(s, '')::json #>> path END;
CREATE FUNCTION laguna.json_array_length(s text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN json_array_length(s::json);
CREATE FUNCTION laguna.json_array_length(null_if_invalid boolean, s text) RETURNS int
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE WHEN NOT null_if_invalid OR laguna.is_valid_json_array(s) THEN json_array_length(s::json) END;
CREATE FUNCTION laguna.json_extract_array_element_text(s text, place int) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN s::json ->> place;
CREATE FUNCTION laguna.json_extract_array_element_text(null_if_invalid boolean, s text, place int) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    CASE WHEN NOT null_if_invalid OR laguna.is_valid_json_array(s) THEN s::json ->> place END;

-- SUPER

-- What is not JSON fails as such; an attribute that is twice fails unless the last one is to be kept.
CREATE FUNCTION laguna.json_not_unique(s text) RETURNS laguna.super LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF pg_input_is_valid(s, 'json') AND NOT laguna.is_unique_json(s) THEN
        RAISE EXCEPTION USING ERRCODE = '22030', MESSAGE = 'JSON parsing error',
            DETAIL = 'An object has the same attribute twice; json_parse_dedup_attributes keeps the last.';
    END IF;
    RETURN s::jsonb;
END $$;
-- Not STRICT: PostgreSQL puts its text into the query then, and parses most rows once.
CREATE FUNCTION laguna.json_parse(s text) RETURNS laguna.super LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN s IS NULL OR s IS JSON WITH UNIQUE KEYS THEN s::jsonb::laguna.super ELSE laguna.json_not_unique(s) END;
CREATE FUNCTION laguna.json_serialize(s jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(s::text, ', ', ','), '": ', '":');
CREATE FUNCTION laguna.json_size(s jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN octet_length(laguna.json_serialize(s));
CREATE FUNCTION laguna.json_typeof(s jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN jsonb_typeof(s);
CREATE FUNCTION laguna.is_array(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN coalesce(jsonb_typeof(s) = 'array', false);
CREATE FUNCTION laguna.is_object(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'object', false);
CREATE FUNCTION laguna.is_scalar(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) NOT IN ('array', 'object'), false);
CREATE FUNCTION laguna.is_boolean(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'boolean', false);
CREATE FUNCTION laguna.is_varchar(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'string', false);
CREATE FUNCTION laguna.is_char(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'string' AND octet_length(s #>> '{}') = length(s #>> '{}'), false);
CREATE FUNCTION laguna.is_decimal(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'number', false);
CREATE FUNCTION laguna.is_float(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(jsonb_typeof(s) = 'number', false);
CREATE FUNCTION laguna.is_smallint(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(pg_input_is_valid(s::text, 'int2'), false);
CREATE FUNCTION laguna.is_integer(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(pg_input_is_valid(s::text, 'int4'), false);
CREATE FUNCTION laguna.is_bigint(s jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN coalesce(pg_input_is_valid(s::text, 'int8'), false);
CREATE FUNCTION laguna.get_array_length(s jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT
    RETURN CASE WHEN jsonb_typeof(s) = 'array' THEN jsonb_array_length(s) END;
CREATE FUNCTION laguna.array_concat(a jsonb, b jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT
    RETURN CASE WHEN jsonb_typeof(a) = 'array' AND jsonb_typeof(b) = 'array' THEN a || b END;
CREATE FUNCTION laguna.flattened(s jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(f.value ORDER BY e.place, f.place), '[]')
        FROM jsonb_array_elements(s) WITH ORDINALITY e(value, place),
            jsonb_array_elements(CASE WHEN jsonb_typeof(e.value) = 'array' THEN laguna.flattened(e.value)
                ELSE jsonb_build_array(e.value) END) WITH ORDINALITY f(value, place));
END $$;
CREATE FUNCTION laguna.array_flatten(s jsonb) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT
    RETURN CASE WHEN jsonb_typeof(s) = 'array' THEN laguna.flattened(s) END;
CREATE FUNCTION laguna.split_to_array(s text, delimiter text DEFAULT ',') RETURNS laguna.super
    LANGUAGE sql IMMUTABLE STRICT RETURN to_jsonb(string_to_array(s, delimiter));
CREATE FUNCTION laguna.subarray(s jsonb, place int, n int) RETURNS laguna.super LANGUAGE sql IMMUTABLE STRICT
    RETURN CASE WHEN jsonb_typeof(s) = 'array' THEN (
        SELECT coalesce(jsonb_agg(e.value ORDER BY e.at), '[]')
        FROM jsonb_array_elements(s) WITH ORDINALITY e(value, at)
        WHERE e.at > place AND e.at <= place + n) END;

-- Aggregates

CREATE FUNCTION laguna.avg_final(s bigint[]) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN
    CASE WHEN s[1] > 0 THEN s[2] / s[1] END;
CREATE AGGREGATE laguna.avg(int2) (
    SFUNC = int2_avg_accum, STYPE = int8[], FINALFUNC = laguna.avg_final, COMBINEFUNC = int4_avg_combine,
    INITCOND = '{0,0}', MSFUNC = int2_avg_accum, MINVFUNC = int2_avg_accum_inv, MSTYPE = int8[],
    MFINALFUNC = laguna.avg_final, MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.avg(int4) (
    SFUNC = int4_avg_accum, STYPE = int8[], FINALFUNC = laguna.avg_final, COMBINEFUNC = int4_avg_combine,
    INITCOND = '{0,0}', MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv, MSTYPE = int8[],
    MFINALFUNC = laguna.avg_final, MINITCOND = '{0,0}', PARALLEL = SAFE);
CREATE FUNCTION laguna.avg_add(s numeric[], x bigint) RETURNS numeric[] LANGUAGE sql IMMUTABLE STRICT
    RETURN ARRAY[s[1] + 1, s[2] + x];
CREATE FUNCTION laguna.avg_final(s numeric[]) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN
    CASE WHEN s[1] > 0 THEN div(s[2], s[1])::bigint END;
CREATE AGGREGATE laguna.avg(int8) (
    SFUNC = laguna.avg_add, STYPE = numeric[], FINALFUNC = laguna.avg_final, INITCOND = '{0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.avg(numeric) (
    SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, COMBINEFUNC = numeric_avg_combine,
    SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, MSFUNC = numeric_avg_accum,
    MINVFUNC = numeric_accum_inv, MSTYPE = internal, MFINALFUNC = numeric_avg, PARALLEL = SAFE);
CREATE AGGREGATE laguna.avg(float8) (
    SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg, COMBINEFUNC = float8_combine,
    INITCOND = '{0,0,0}', PARALLEL = SAFE);
CREATE AGGREGATE laguna.avg(interval) (
    SFUNC = interval_avg_accum, STYPE = internal, FINALFUNC = interval_avg, COMBINEFUNC = interval_avg_combine,
    SERIALFUNC = interval_avg_serialize, DESERIALFUNC = interval_avg_deserialize, PARALLEL = SAFE);

-- LISTAGG leaves out nulls and empty strings.
CREATE FUNCTION laguna.listagg_add(s text, x text, delimiter text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
    CASE WHEN x IS NULL OR x = '' THEN s WHEN s IS NULL THEN x ELSE s || coalesce(delimiter, '') || x END;
CREATE AGGREGATE laguna.listagg(text, text) (SFUNC = laguna.listagg_add, STYPE = text);

CREATE FUNCTION laguna.median_final(s numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT trim_scale(avg(v)) FROM (
        SELECT v, row_number() OVER (ORDER BY v) AS i, count(*) OVER () AS n FROM unnest(s) AS u(v) WHERE v IS NOT NULL
    ) AS o WHERE i IN ((n + 1) / 2, (n + 2) / 2));
CREATE AGGREGATE laguna.median(numeric) (
    SFUNC = array_append, STYPE = numeric[], FINALFUNC = laguna.median_final, INITCOND = '{}');
CREATE FUNCTION laguna.median_final(s float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY v) FROM unnest(s) AS u(v));
CREATE AGGREGATE laguna.median(float8) (
    SFUNC = array_append, STYPE = float8[], FINALFUNC = laguna.median_final, INITCOND = '{}');
CREATE FUNCTION laguna.median_final(s timestamp[]) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT timestamp 'epoch' + percentile_cont(0.5) WITHIN GROUP (ORDER BY v - timestamp 'epoch') FROM unnest(s) AS u(v));
CREATE AGGREGATE laguna.median(timestamp) (
    SFUNC = array_append, STYPE = timestamp[], FINALFUNC = laguna.median_final, INITCOND = '{}');
CREATE FUNCTION laguna.median_final(s date[]) RETURNS date LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT date '1970-01-01' + (percentile_cont(0.5) WITHIN GROUP (ORDER BY v - date '1970-01-01'))::int
    FROM unnest(s) AS u(v));
CREATE AGGREGATE laguna.median(date) (
    SFUNC = array_append, STYPE = date[], FINALFUNC = laguna.median_final, INITCOND = '{}');
CREATE FUNCTION laguna.median_final(s bigint[]) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT
    RETURN laguna.median_final(s::numeric[]);
CREATE AGGREGATE laguna.median(int8) (
    SFUNC = array_append, STYPE = int8[], FINALFUNC = laguna.median_final, INITCOND = '{}');
CREATE FUNCTION laguna.median_final(s int[]) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT
    RETURN laguna.median_final(s::numeric[]);
CREATE AGGREGATE laguna.median(int4) (
    SFUNC = array_append, STYPE = int4[], FINALFUNC = laguna.median_final, INITCOND = '{}');

-- NTILE is a BIGINT (page r_WF_NTILE); what PostgreSQL returns is one in its registers.
CREATE FUNCTION laguna.ntile(parts int) RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE STRICT AS 'window_ntile';

-- Percentiles over windows: the fraction is the first element of the state.
CREATE FUNCTION laguna.percentile_add(s float8[], x float8, fraction float8) RETURNS float8[]
    LANGUAGE sql IMMUTABLE RETURN CASE WHEN x IS NULL THEN s ELSE coalesce(s, ARRAY[fraction]) || x END;
CREATE FUNCTION laguna.percentile_cont_final(s float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT percentile_cont(s[1]) WITHIN GROUP (ORDER BY v) FROM unnest(s[2:]) AS u(v));
CREATE FUNCTION laguna.percentile_disc_final(s float8[]) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN (
    SELECT percentile_disc(s[1]) WITHIN GROUP (ORDER BY v) FROM unnest(s[2:]) AS u(v));
CREATE AGGREGATE laguna.percentile_cont(float8, float8) (
    SFUNC = laguna.percentile_add, STYPE = float8[], FINALFUNC = laguna.percentile_cont_final);
CREATE AGGREGATE laguna.percentile_disc(float8, float8) (
    SFUNC = laguna.percentile_add, STYPE = float8[], FINALFUNC = laguna.percentile_disc_final);

-- IGNORE NULLS: aggregates over the window's frame.
CREATE FUNCTION laguna.keep_first(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT
    AS 'SELECT a';
CREATE FUNCTION laguna.keep_last(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT
    AS 'SELECT b';
CREATE AGGREGATE laguna.first_value(anyelement) (SFUNC = laguna.keep_first, STYPE = anyelement);
CREATE AGGREGATE laguna.last_value(anyelement) (SFUNC = laguna.keep_last, STYPE = anyelement);
CREATE FUNCTION laguna.fill_slots(s anyarray, x anyelement, n int) RETURNS anyarray LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF s IS NULL THEN
        s := array_fill(x, ARRAY[n]);
        FOR i IN 1 .. n LOOP
            s[i] := NULL;
        END LOOP;
    END IF;
    FOR i IN 1 .. n LOOP
        IF x IS NOT NULL AND s[i] IS NULL THEN
            s[i] := x;
            EXIT;
        END IF;
    END LOOP;
    RETURN s;
END $$;
CREATE FUNCTION laguna.shift_slots(s anyarray, x anyelement, n int) RETURNS anyarray LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF s IS NULL THEN
        s := array_fill(x, ARRAY[n]);
        FOR i IN 1 .. n LOOP
            s[i] := NULL;
        END LOOP;
    END IF;
    RETURN CASE WHEN x IS NULL THEN s ELSE (s || x)[2:] END;
END $$;
CREATE FUNCTION laguna.last_slot(s anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT
    AS 'SELECT s[array_upper(s, 1)]';
CREATE FUNCTION laguna.first_slot(s anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT
    AS 'SELECT s[array_lower(s, 1)]';
CREATE AGGREGATE laguna.nth_value(anyelement, int) (
    SFUNC = laguna.fill_slots, STYPE = anyarray, FINALFUNC = laguna.last_slot);
CREATE AGGREGATE laguna.lead(anyelement, int) (
    SFUNC = laguna.fill_slots, STYPE = anyarray, FINALFUNC = laguna.last_slot);
CREATE AGGREGATE laguna.lag(anyelement, int) (
    SFUNC = laguna.shift_slots, STYPE = anyarray, FINALFUNC = laguna.first_slot);

-- The session

CREATE FUNCTION laguna.current_user_id() RETURNS int LANGUAGE sql STABLE
    RETURN (SELECT oid::int FROM pg_roles WHERE rolname = current_user);
CREATE FUNCTION laguna.pg_last_copy_count() RETURNS bigint LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('laguna.last_copy_count', true), '')::bigint, 0);
CREATE FUNCTION laguna.pg_last_copy_id() RETURNS int LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('laguna.last_copy_id', true), '')::int, -1);
CREATE FUNCTION laguna.pg_last_query_id() RETURNS int LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('laguna.last_query_id', true), '')::int, -1);
