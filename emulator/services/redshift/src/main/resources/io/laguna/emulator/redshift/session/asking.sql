-- How a procedure asks Laguna: what SQL that it has put together means, and to carry out what is not the engine's: COPY, UNLOAD and the
-- like. A question is a notice, which the proxy keeps from the client. Its answer is a file in the folder laguna-desk of the
-- engine's data, which nobody but Laguna writes to. It is run in a template database, after Redshift's functions.

-- Asks, and waits for the answer.
CREATE FUNCTION laguna.told(said text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET client_min_messages = notice AS $$
DECLARE
    number bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    file text := 'laguna-desk/' || pg_backend_pid() || '.' || number;
    answer text;
BEGIN
    RAISE NOTICE USING ERRCODE = 'LG001', MESSAGE = said, DETAIL = number::text;
    LOOP
        answer := pg_read_file(file, true);
        EXIT WHEN answer IS NOT NULL;
        PERFORM pg_sleep(0.001);
    END LOOP;
    IF left(answer, 1) = 'E' AND split_part(answer, E'\n\x1f\n', 2) = '' THEN
        RAISE EXCEPTION USING ERRCODE = substr(answer, 2, 5), MESSAGE = split_part(substr(answer, 7), E'\n\x1f\n', 1);
    ELSIF left(answer, 1) = 'E' THEN
        RAISE EXCEPTION USING ERRCODE = substr(answer, 2, 5),
            MESSAGE = split_part(substr(answer, 7), E'\n\x1f\n', 1), DETAIL = split_part(answer, E'\n\x1f\n', 2);
    END IF;
    RETURN answer;
END $$;

-- Says something that has no answer.
CREATE FUNCTION laguna.tell(said text) RETURNS void LANGUAGE plpgsql SET client_min_messages = notice AS $$
BEGIN
    RAISE NOTICE USING ERRCODE = 'LG001', MESSAGE = said, DETAIL = '0';
END $$;

-- Returns PostgreSQL's SQL for Redshift's.
CREATE FUNCTION laguna.read(said text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE WHEN btrim(said, E' \t\n\r;') <> '' THEN substr(laguna.told('R' || said), 2) ELSE said END;
END $$;

-- Lets the engine itself read or write the file of a question, which is the session's own, by a table that users make, but
-- which may do nothing while it is read or written: what it did would be done by the superuser. So its types are the
-- engine's own, since a user's domain would check what it is given, and it is no partition, whose bounds may be a user's function.
CREATE FUNCTION laguna.spool(number bigint, comes boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    file text := current_setting('data_directory') || '/laguna-desk/' || pg_backend_pid() || '.' || number || '.rows';
    spool oid := to_regclass('pg_temp.laguna_spool');
BEGIN
    PERFORM FROM pg_class c WHERE c.oid = spool AND c.relkind = 'r' AND c.relpersistence = 't' AND c.relchecks = 0
        AND NOT c.relhastriggers AND NOT c.relhasrules AND NOT c.relrowsecurity AND NOT c.relhasindex AND NOT c.relispartition
        AND NOT EXISTS (SELECT FROM pg_attribute a LEFT JOIN pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = spool AND (a.atthasdef OR pg_get_userbyid(t.typowner) <> current_user));
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied';
    ELSIF comes THEN
        EXECUTE format('COPY pg_temp.laguna_spool FROM %L (FORMAT binary)', file);
    ELSE
        EXECUTE format('COPY pg_temp.laguna_spool TO %L', file);
    END IF;
END $$;

-- Makes the table between the engine's statement and the file. Its columns may have names of their own: two of a query may have the
-- same one.
CREATE FUNCTION laguna.make_spool(names text, query text, filled text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    rows bigint;
BEGIN
    IF to_regclass('pg_temp.laguna_spool') IS NOT NULL THEN
        DROP TABLE pg_temp.laguna_spool;
    END IF;
    EXECUTE 'CREATE TEMPORARY TABLE laguna_spool ' || names || ' AS ' || query || filled;
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN rows;
END $$;

-- Lets Laguna carry a statement out, and runs for it, as the user and in the transaction, what it asks for.
CREATE FUNCTION laguna.carry(said text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    answer text := laguna.told('C' || said);
    command text;
    number bigint;
    target text;
    names text;
    row record;
    rows bigint;
    done text;
BEGIN
    WHILE left(answer, 1) <> 'T' LOOP
        command := substr(answer, 2);
        done := '';
        CASE left(answer, 1)
            WHEN 'Q' THEN
                FOR row IN EXECUTE command LOOP
                    PERFORM laguna.tell('W' || row::text);
                END LOOP;
            WHEN 'X' THEN
                EXECUTE command;
                done := split_part(command, ' ', 1);
            WHEN 'I' THEN
                number := split_part(command, ' ', 1);
                target := substr(command, strpos(command, ' ') + 1);
                rows := laguna.make_spool(
                    '',
                    'SELECT ' || rtrim(substring(target FROM ' \((.*)$'), ')') || ' FROM ' || split_part(target, ' (', 1),
                    ' WITH NO DATA');
                PERFORM laguna.spool(number, true);
                EXECUTE 'INSERT INTO ' || target || ' OVERRIDING SYSTEM VALUE SELECT * FROM pg_temp.laguna_spool';
                GET DIAGNOSTICS rows = ROW_COUNT;
                DROP TABLE pg_temp.laguna_spool;
                done := 'COPY ' || rows;
            WHEN 'O' THEN
                number := split_part(command, ' ', 1);
                command := substr(command, strpos(command, ' ') + 1);
                SELECT '(' || string_agg('c' || d.number, ', ' ORDER BY d.number) || ')' INTO names FROM laguna.describe(command) d;
                rows := laguna.make_spool(names, command, '');
                PERFORM laguna.spool(number, false);
                DROP TABLE pg_temp.laguna_spool;
                done := 'COPY ' || rows;
        END CASE;
        answer := laguna.told('D' || done);
    END LOOP;
END $$;

-- Marks what runs now as in a block that catches errors, in which PostgreSQL does not commit, or that such a block is over: the
-- setting has a mark for each that is open, and an error takes it back to what it was before its block.
CREATE FUNCTION laguna.guard(state text) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('laguna.guarded', CASE WHEN state = 'on' THEN coalesce(current_setting('laguna.guarded', true), '') || '+'
        ELSE substr(current_setting('laguna.guarded', true), 2) END, true)
$$;

-- Tells whether a procedure's handler may commit: not in a transaction of the client's, nor in the block of another procedure.
CREATE FUNCTION laguna.commits() RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce(current_setting('laguna.guarded', true), '') = '' AND laguna.told('B') = 'Snone'
$$;
