-- How the engine calls a function of AWS Lambda. It is run in a template database, and on clusters that have it not.

-- The language of functions that AWS Lambda computes. Each is one of PL/pgSQL that asks Laguna. Users get its USAGE from superusers.
CREATE TRUSTED LANGUAGE exfunc HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
REVOKE USAGE ON LANGUAGE exfunc FROM PUBLIC;
GRANT USAGE ON LANGUAGE exfunc TO "sys:superuser" WITH GRANT OPTION;

-- Returns an argument as Lambda gets it: numbers and booleans as they are, the others as their texts.
CREATE FUNCTION laguna.argument(value anyelement) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN value IS NULL THEN 'null'::jsonb
        WHEN pg_typeof(value) IN ('smallint'::regtype, 'integer'::regtype, 'bigint'::regtype, 'numeric'::regtype, 'real'::regtype,
            'double precision'::regtype, 'boolean'::regtype) THEN to_jsonb(value)
        ELSE to_jsonb(value::text)
    END
$$;

-- Lets Laguna compute one of these functions, which the session's user must be allowed to run: whoever calls this names it. The first
-- line of its text says what it is. The key shows Laguna that this function asks, and not a notice of a user's.
CREATE FUNCTION laguna.invoke(routine oid, arguments jsonb) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    called jsonb;
    file text := 'laguna-desk/' || pg_backend_pid() || '.key';
    answer text;
BEGIN
    SELECT jsonb_build_object('name', n.nspname || '.' || p.proname, 'arguments', arguments,
            'function', substr(split_part(p.prosrc, E'\n', 1), 4)::jsonb) INTO called
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
        WHERE p.oid = routine AND l.lanname = 'exfunc' AND has_function_privilege(session_user, p.oid, 'EXECUTE');
    IF called IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied for function ' || routine::regproc;
    END IF;
    IF coalesce(current_setting('laguna.asks_outside', true), '') <> pg_backend_pid()::text THEN
        PERFORM laguna.told('K');
        PERFORM set_config('laguna.asks_outside', pg_backend_pid()::text, false);
    END IF;
    answer := laguna.told('F' || pg_read_file(file) || called::text);
    RETURN CASE WHEN left(answer, 1) = 'S' THEN substr(answer, 2) END;
END $$;
