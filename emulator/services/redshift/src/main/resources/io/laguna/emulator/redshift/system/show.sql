-- SHOW of objects: each form is a call of one of these functions, with the names from the database on, of which those that
-- were not said are NULL, the pattern after LIKE and the number after LIMIT. It is run in a template database, after views.sql.
-- See https://docs.aws.amazon.com/redshift/latest/dg/r_SHOW.html and the pages below it.
SET allow_system_table_mods = on;

CREATE EXTENSION dblink SCHEMA laguna;
DO $$
DECLARE
    function regprocedure;
BEGIN
    -- By dblink users could leave their database. Laguna's own functions use it, as the user, for what SHOW tells of others.
    FOR function IN SELECT d.objid::regprocedure FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE e.extname = 'dblink' AND d.deptype = 'e' AND d.classid = 'pg_proc'::regclass LOOP
        EXECUTE 'REVOKE ALL ON FUNCTION ' || function::text || ' FROM PUBLIC';
    END LOOP;
END $$;

CREATE FUNCTION laguna.is_here(database text) RETURNS boolean LANGUAGE sql STABLE RETURN
    database IS NULL OR database = current_database();

-- Returns the rows of a call of a function of this file in another database, as the session's user, as a JSON array.
CREATE FUNCTION laguna.elsewhere(database text, call text) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rows json;
BEGIN
    IF NOT EXISTS (SELECT FROM laguna.pg_database d WHERE d.datname = database) THEN
        RAISE EXCEPTION USING ERRCODE = '3D000', MESSAGE = 'database "' || database || '" does not exist';
    END IF;
    IF call !~ '^laguna\.show_[a-z_]+\(' THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'permission denied';
    END IF;
    SELECT answer INTO rows FROM laguna.dblink(
        format('host=%L port=%L dbname=%L user=%L',
            current_setting('unix_socket_directories'), current_setting('port'), database, session_user),
        'SELECT coalesce(json_agg(x), ''[]'') FROM ' || call || ' x') AS answer(answer json);
    RETURN rows;
END $$;
REVOKE ALL ON FUNCTION laguna.elsewhere(text, text) FROM PUBLIC;

CREATE FUNCTION laguna.matches(name text, pattern text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN
    pattern IS NULL OR name LIKE pattern;

-- Returns the relation of a name, which without a schema is looked up in search_path. Forms that return rows return none for
-- what is not there, as AWS's drivers expect.
CREATE FUNCTION laguna.named(schema text, name text) RETURNS oid LANGUAGE sql STABLE RETURN
    (SELECT c.oid FROM pg_catalog.pg_class c
        WHERE c.oid = to_regclass(CASE WHEN schema IS NULL THEN '' ELSE quote_ident(schema) || '.' END || quote_ident(name))
        AND (laguna.shown(c.relnamespace, c.relkind) OR c.relkind = 'f'));

CREATE FUNCTION laguna.schema_of(relation oid) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = relation);

CREATE VIEW laguna.shown_database AS
    SELECT database_name, database_owner, database_type, database_acl, database_options AS parameters, database_isolation_level
    FROM pg_catalog.svv_redshift_databases;
CREATE FUNCTION laguna.show_databases(pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_database LANGUAGE sql STABLE AS $$
    SELECT * FROM laguna.shown_database WHERE laguna.matches(database_name, pattern) ORDER BY database_name LIMIT row_limit
$$;

CREATE VIEW laguna.shown_schema AS
    SELECT database_name, schema_name, schema_owner, schema_type, schema_acl, source_database, schema_option
    FROM pg_catalog.svv_all_schemas;
CREATE FUNCTION laguna.show_schemas(database text, pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_schema LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_schema, laguna.ask(database, 'show_schemas',
            ARRAY[NULL, pattern, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_schema s WHERE laguna.matches(s.schema_name, pattern)
        ORDER BY s.schema_name LIMIT row_limit;
END $$;

-- Returns the rows of a form of SHOW in another database.
CREATE FUNCTION laguna.ask(database text, form text, arguments text[]) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN laguna.elsewhere(database, 'laguna.' || quote_ident(form) || '('
        || array_to_string(ARRAY(SELECT quote_nullable(a) FROM unnest(arguments) WITH ORDINALITY AS u(a, n) ORDER BY n), ', ')
        || ')');
END $$;

CREATE VIEW laguna.shown_table AS
    SELECT r.database_name, r.schema_name, r.name AS table_name,
        CASE WHEN r.kind = 'BASE TABLE' THEN 'TABLE' ELSE r.kind END::varchar(128) AS table_type,
        r.relacl::text::varchar(128) AS table_acl, r.remarks, pg_get_userbyid(r.relowner)::varchar(128) AS owner,
        NULL::timestamp AS last_altered_time, NULL::timestamp AS last_modified_time,
        CASE WHEN r.relkind = 'v' THEN NULL ELSE laguna.dist_style(r.oid) END::varchar(128) AS dist_style,
        CASE r.relkind WHEN 'v' THEN 'REGULAR VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'REGULAR TABLE' END::varchar(128)
            AS table_subtype
    FROM laguna.relation r
    UNION ALL
    SELECT redshift_database_name, schemaname, tablename, 'EXTERNAL TABLE', NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM pg_catalog.svv_external_tables;
CREATE FUNCTION laguna.show_tables(database text, schema text, pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_table LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_table, laguna.ask(database, 'show_tables',
            ARRAY[NULL, schema, pattern, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_table t WHERE t.schema_name = schema AND laguna.matches(t.table_name, pattern)
        ORDER BY t.table_name LIMIT row_limit;
END $$;

CREATE VIEW laguna.shown_column AS
    SELECT c.database_name, c.schema_name, c.table_name, c.column_name, c.ordinal_position, c.column_default, c.is_nullable,
        c.data_type, c.character_maximum_length, c.numeric_precision, c.numeric_scale, c.remarks,
        CASE WHEN laguna.sort_position(c.oid, c.attnum) = 0 THEN NULL
            ELSE (SELECT coalesce(t.sortstyle, 'COMPOUND') FROM laguna.table_record t WHERE t.relation = c.oid) END::varchar(128)
            AS sort_key_type,
        laguna.sort_position(c.oid, c.attnum) AS sort_key,
        coalesce((SELECT t.distkey = c.attnum FROM laguna.table_record t WHERE t.relation = c.oid), false)::int AS dist_key,
        CASE WHEN c.relkind = 'v' THEN NULL ELSE laguna.encoding(c.oid, c.attnum, c.atttypid) END::varchar(128) AS encoding,
        CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
                WHERE a.attrelid = c.oid AND a.attnum = c.attnum AND NOT l.collisdeterministic)
            THEN 'CASE_INSENSITIVE' END::varchar(128) AS collation
    FROM laguna.relation_column c
    UNION ALL
    SELECT redshift_database_name, schemaname, tablename, columnname, columnnum, NULL,
        CASE WHEN is_nullable = 'false' THEN 'NO' ELSE 'YES' END, laguna.external_type(external_type), NULL, NULL, NULL, NULL,
        NULL, 0, 0, NULL, NULL
    FROM pg_catalog.svv_external_columns;
CREATE FUNCTION laguna.show_columns(database text, schema text, relation text, pattern text DEFAULT NULL,
    row_limit bigint DEFAULT NULL) RETURNS SETOF laguna.shown_column LANGUAGE plpgsql STABLE AS $$
DECLARE
    place text := schema;
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_column, laguna.ask(database, 'show_columns',
            ARRAY[NULL, schema, relation, pattern, row_limit::text]));
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM laguna.external_table e WHERE e.schemaname = schema AND e.tablename = relation) THEN
        place := laguna.schema_of(laguna.named(schema, relation));
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_column c
        WHERE c.schema_name = place AND c.table_name = relation AND laguna.matches(c.column_name, pattern)
        ORDER BY c.ordinal_position LIMIT row_limit;
END $$;

CREATE VIEW laguna.shown_primary_key AS
    SELECT current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        c.relname::varchar(128) AS table_name, a.attname::varchar(128) AS column_name, p.place::int AS key_seq,
        k.name::varchar(128) AS pk_name
    FROM laguna.key_record k JOIN pg_catalog.pg_class c ON c.oid = k.relation
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
        unnest(k.columns) WITH ORDINALITY AS p(number, place), pg_catalog.pg_attribute a
    WHERE k.kind = 'p' AND a.attrelid = c.oid AND a.attnum = p.number;
CREATE FUNCTION laguna.show_primary_keys(database text, schema text, relation text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_primary_key LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_primary_key,
            laguna.ask(database, 'show_primary_keys', ARRAY[NULL, schema, relation, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_primary_key k
        WHERE k.schema_name = laguna.schema_of(laguna.named(schema, relation)) AND k.table_name = relation
        ORDER BY k.key_seq LIMIT row_limit;
END $$;

CREATE VIEW laguna.shown_foreign_key AS
    SELECT current_database()::varchar(128) AS pk_database_name, pn.nspname::varchar(128) AS pk_schema_name,
        pc.relname::varchar(128) AS pk_table_name, pa.attname::varchar(128) AS pk_column_name,
        current_database()::varchar(128) AS fk_database_name, fn.nspname::varchar(128) AS fk_schema_name,
        fc.relname::varchar(128) AS fk_table_name, fa.attname::varchar(128) AS fk_column_name, p.place::int AS key_seq,
        3 AS update_rule, 3 AS delete_rule, k.name::varchar(128) AS fk_name,
        (SELECT r.name FROM laguna.key_record r WHERE r.relation = k.referenced AND r.kind IN ('p', 'u')
            AND r.columns = k.referenced_columns ORDER BY r.kind LIMIT 1)::varchar(128) AS pk_name,
        7 AS deferrability
    FROM laguna.key_record k JOIN pg_catalog.pg_class fc ON fc.oid = k.relation
    JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace JOIN pg_catalog.pg_class pc ON pc.oid = k.referenced
    JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace,
        unnest(k.columns) WITH ORDINALITY AS p(number, place), pg_catalog.pg_attribute fa, pg_catalog.pg_attribute pa
    WHERE k.kind = 'f' AND fa.attrelid = fc.oid AND fa.attnum = p.number AND pa.attrelid = pc.oid
        AND pa.attnum = k.referenced_columns[p.place];
CREATE FUNCTION laguna.show_foreign_keys(database text, schema text, relation text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_foreign_key LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_foreign_key,
            laguna.ask(database, 'show_foreign_keys', ARRAY[NULL, schema, relation, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_foreign_key k
        WHERE k.fk_schema_name = laguna.schema_of(laguna.named(schema, relation)) AND k.fk_table_name = relation
        ORDER BY k.pk_schema_name, k.pk_table_name, k.fk_name, k.key_seq LIMIT row_limit;
END $$;
CREATE FUNCTION laguna.show_exported_keys(database text, schema text, relation text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_foreign_key LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_foreign_key,
            laguna.ask(database, 'show_exported_keys', ARRAY[NULL, schema, relation, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_foreign_key k
        WHERE k.pk_schema_name = laguna.schema_of(laguna.named(schema, relation)) AND k.pk_table_name = relation
        ORDER BY k.fk_schema_name, k.fk_table_name, k.fk_name, k.key_seq LIMIT row_limit;
END $$;

CREATE VIEW laguna.shown_grant AS
    SELECT current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        c.relname::varchar(128) AS object_name,
        CASE WHEN c.relkind = 'r' THEN 'TABLE' ELSE 'VIEW' END::varchar(128) AS object_type,
        g.privilege::varchar(128) AS privilege_type, g.identity_id, g.identity_name::varchar(128) AS identity_name,
        g.identity_type::varchar(128) AS identity_type, g.grantable AS admin_option,
        CASE WHEN c.relkind = 'r' THEN 'TABLE' ELSE 'VIEW' END::varchar(128) AS privilege_scope,
        g.grantor::varchar(128) AS grantor_name, c.oid AS object_id
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace, laguna.grants(c.relacl, 'r', c.relowner) g
    WHERE laguna.shown(c.relnamespace, c.relkind)
    UNION ALL
    SELECT current_database(), n.nspname, NULL, 'SCHEMA', g.privilege, g.identity_id, g.identity_name, g.identity_type,
        g.grantable, 'SCHEMA', g.grantor, n.oid
    FROM laguna.pg_namespace n, laguna.grants(n.nspacl, 'n', n.nspowner) g
    UNION ALL
    SELECT d.datname, NULL, NULL, 'DATABASE', g.privilege, g.identity_id, g.identity_name, g.identity_type, g.grantable,
        'DATABASE', g.grantor, d.oid
    FROM laguna.pg_database d, laguna.grants(d.datacl, 'd', d.datdba) g
    UNION ALL
    SELECT current_database(), n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
        CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, g.privilege, g.identity_id, g.identity_name,
        g.identity_type, g.grantable, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, g.grantor, p.oid
    FROM pg_catalog.pg_proc p JOIN laguna.pg_namespace n ON n.oid = p.pronamespace, laguna.grants(p.proacl, 'f', p.proowner) g
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema');
CREATE TYPE laguna.grant_row AS (database_name varchar(128), schema_name varchar(128), object_name varchar(128),
    object_type varchar(128), privilege_type varchar(128), identity_id int, identity_name varchar(128),
    identity_type varchar(128), admin_option boolean, privilege_scope varchar(128), grantor_name varchar(128));
CREATE FUNCTION laguna.grants_on(kinds text[], object oid) RETURNS SETOF laguna.grant_row LANGUAGE sql STABLE AS $$
    SELECT database_name, schema_name, object_name, object_type, privilege_type, identity_id, identity_name, identity_type,
        admin_option, privilege_scope, grantor_name
    FROM laguna.shown_grant WHERE object_type = ANY (kinds) AND object_id = object
    ORDER BY identity_type, identity_name, privilege_type
$$;
CREATE FUNCTION laguna.show_table_grants(database text, schema text, relation text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.grant_row LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.grant_row,
            laguna.ask(database, 'show_table_grants', ARRAY[NULL, schema, relation, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.grants_on(ARRAY['TABLE', 'VIEW'], laguna.named(schema, relation)) LIMIT row_limit;
END $$;
CREATE FUNCTION laguna.show_schema_grants(database text, schema text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.grant_row LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.grant_row,
            laguna.ask(database, 'show_schema_grants', ARRAY[NULL, schema, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.grants_on(ARRAY['SCHEMA'], to_regnamespace(quote_ident(schema))) LIMIT row_limit;
END $$;
CREATE FUNCTION laguna.show_database_grants(database text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.grant_row LANGUAGE sql STABLE AS $$
    SELECT g.* FROM laguna.pg_database d, laguna.grants_on(ARRAY['DATABASE'], d.oid) g
    WHERE d.datname = coalesce(database, current_database()) LIMIT row_limit
$$;
CREATE FUNCTION laguna.show_function_grants(database text, schema text, function text, types text DEFAULT NULL,
    row_limit bigint DEFAULT NULL) RETURNS SETOF laguna.grant_row LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.grant_row,
            laguna.ask(database, 'show_function_grants', ARRAY[NULL, schema, function, types, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT g.* FROM laguna.routines(schema, function, types, 'fp') r,
        laguna.grants_on(ARRAY['FUNCTION', 'PROCEDURE'], r) g LIMIT row_limit;
END $$;
CREATE FUNCTION laguna.show_grants_for(identity text, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.grant_row LANGUAGE sql STABLE AS $$
    SELECT database_name, schema_name, object_name, object_type, privilege_type, identity_id, identity_name, identity_type,
        admin_option, privilege_scope, grantor_name
    FROM laguna.shown_grant WHERE identity_name = identity ORDER BY object_type, schema_name, object_name, privilege_type
    LIMIT row_limit
$$;

CREATE VIEW laguna.shown_column_grant AS
    SELECT current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        c.relname::varchar(128) AS table_name, a.attname::varchar(128) AS column_name, 'COLUMN'::varchar(128) AS object_type,
        g.privilege::varchar(128) AS privilege_type, g.identity_id, g.identity_name::varchar(128) AS identity_name,
        g.identity_type::varchar(128) AS identity_type, g.grantable AS admin_option, 'COLUMN'::varchar(128) AS privilege_scope,
        g.grantor::varchar(128) AS grantor_name
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN laguna.pg_namespace n ON n.oid = c.relnamespace, laguna.grants(a.attacl, 'c', c.relowner) g
    WHERE a.attacl IS NOT NULL AND a.attnum > 0;
CREATE FUNCTION laguna.show_column_grants(database text, schema text, relation text, pattern text DEFAULT NULL,
    row_limit bigint DEFAULT NULL) RETURNS SETOF laguna.shown_column_grant LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_column_grant,
            laguna.ask(database, 'show_column_grants', ARRAY[NULL, schema, relation, pattern, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_column_grant g
        WHERE g.schema_name = laguna.schema_of(laguna.named(schema, relation)) AND g.table_name = relation
        AND laguna.matches(g.column_name, pattern)
        ORDER BY g.column_name, g.identity_name, g.privilege_type LIMIT row_limit;
END $$;

CREATE FUNCTION laguna.argument_types(routine oid) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT coalesce(string_agg(laguna.format_type(u.type, NULL), ',' ORDER BY u.place), '')
        FROM pg_catalog.pg_proc p, unnest(p.proargtypes) WITH ORDINALITY AS u(type, place) WHERE p.oid = routine);
CREATE FUNCTION laguna.type_list(types text) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT coalesce(string_agg(coalesce(laguna.format_type(to_regtype(trim(regexp_replace(t, '\(.*', '')))::oid, NULL), trim(t)),
            ',' ORDER BY place), '')
        FROM regexp_split_to_table(regexp_replace(types, '\([0-9, ]*\)', '', 'g'), ',') WITH ORDINALITY AS s(t, place)
        WHERE trim(t) <> '');

-- Returns routines by their name and the types of their arguments, which need not be said.
CREATE FUNCTION laguna.routines(schema text, name text, types text, kinds text) RETURNS SETOF oid LANGUAGE sql STABLE AS $$
    SELECT p.oid FROM pg_catalog.pg_proc p JOIN laguna.pg_namespace n ON n.oid = p.pronamespace
    WHERE p.proname = name AND position(p.prokind IN kinds) > 0
    AND (n.nspname = schema OR schema IS NULL AND n.nspname = ANY (current_schemas(false)))
    AND (types IS NULL OR laguna.argument_types(p.oid) = laguna.type_list(types))
$$;
CREATE VIEW laguna.shown_routine AS
    SELECT p.oid, p.prokind, current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        p.proname::varchar(128) AS name, p.pronargs::int AS number_of_arguments,
        laguna.argument_types(p.oid)::varchar(65535) AS argument_list,
        CASE WHEN p.prokind = 'p' THEN NULL ELSE laguna.format_type(p.prorettype, NULL) END::varchar(128) AS return_type,
        obj_description(p.oid, 'pg_proc')::varchar(65535) AS remarks
    FROM pg_catalog.pg_proc p JOIN laguna.pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p');
CREATE VIEW laguna.shown_function AS
    SELECT database_name, schema_name, name AS function_name, number_of_arguments, argument_list, return_type, remarks
    FROM laguna.shown_routine WHERE prokind = 'f';
CREATE VIEW laguna.shown_procedure AS
    SELECT database_name, schema_name, name AS procedure_name, number_of_arguments, argument_list, return_type, remarks
    FROM laguna.shown_routine WHERE prokind = 'p';
CREATE FUNCTION laguna.show_functions(database text, schema text, pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_function LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_function,
            laguna.ask(database, 'show_functions', ARRAY[NULL, schema, pattern, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_function f WHERE f.schema_name = schema AND laguna.matches(f.function_name, pattern)
        ORDER BY f.function_name, f.argument_list LIMIT row_limit;
END $$;
CREATE FUNCTION laguna.show_procedures(database text, schema text, pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS SETOF laguna.shown_procedure LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.shown_procedure,
            laguna.ask(database, 'show_procedures', ARRAY[NULL, schema, pattern, row_limit::text]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.shown_procedure f WHERE f.schema_name = schema AND laguna.matches(f.procedure_name, pattern)
        ORDER BY f.procedure_name, f.argument_list LIMIT row_limit;
END $$;

CREATE TYPE laguna.parameter_row AS (database_name varchar(128), schema_name varchar(128), routine_name varchar(128),
    parameter_name varchar(128), ordinal_position int, parameter_type varchar(10), data_type varchar(128),
    character_maximum_length int, numeric_precision int, numeric_scale int);
CREATE FUNCTION laguna.parameters(database text, form text, schema text, routine text, types text, kinds text, pattern text)
    RETURNS SETOF laguna.parameter_row LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM json_populate_recordset(NULL::laguna.parameter_row,
            laguna.ask(database, 'show_parameter_rows', ARRAY[schema, routine, types, kinds, pattern]));
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM laguna.show_parameter_rows(schema, routine, types, kinds, pattern);
END $$;
CREATE FUNCTION laguna.show_parameter_rows(schema text, routine text, types text, kinds text, pattern text)
    RETURNS SETOF laguna.parameter_row LANGUAGE sql STABLE AS $$
    SELECT current_database(), n.nspname, p.proname, coalesce(p.proargnames[u.place], ''), u.place::int,
        CASE coalesce(p.proargmodes[u.place], 'i') WHEN 'o' THEN 'OUT' WHEN 'b' THEN 'INOUT' WHEN 't' THEN 'TABLE' ELSE 'IN' END,
        laguna.format_type(u.type, NULL), NULL::int, NULL::int, NULL::int
    FROM laguna.routines(schema, routine, types, kinds) r JOIN pg_catalog.pg_proc p ON p.oid = r
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace,
        unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS u(type, place)
    WHERE laguna.matches(coalesce(p.proargnames[u.place], ''), pattern)
    UNION ALL
    SELECT current_database(), n.nspname, p.proname, '', 0, 'RETURN', laguna.format_type(p.prorettype, NULL), NULL, NULL, NULL
    FROM laguna.routines(schema, routine, types, kinds) r JOIN pg_catalog.pg_proc p ON p.oid = r
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'f' AND pattern IS NULL
    ORDER BY 5
$$;
CREATE FUNCTION laguna.show_function_parameters(database text, schema text, routine text, types text DEFAULT NULL,
    pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS TABLE (database_name varchar(128), schema_name varchar(128), function_name varchar(128),
        parameter_name varchar(128), ordinal_position int, parameter_type varchar(10), data_type varchar(128),
        character_maximum_length int, numeric_precision int, numeric_scale int) LANGUAGE sql STABLE AS $$
    SELECT * FROM laguna.parameters(database, 'function', schema, routine, types, 'f', pattern) LIMIT row_limit
$$;
CREATE FUNCTION laguna.show_procedure_parameters(database text, schema text, routine text, types text DEFAULT NULL,
    pattern text DEFAULT NULL, row_limit bigint DEFAULT NULL)
    RETURNS TABLE (database_name varchar(128), schema_name varchar(128), procedure_name varchar(128),
        parameter_name varchar(128), ordinal_position int, parameter_type varchar(10), data_type varchar(128),
        character_maximum_length int, numeric_precision int, numeric_scale int) LANGUAGE sql STABLE AS $$
    SELECT * FROM laguna.parameters(database, 'procedure', schema, routine, types, 'p', pattern) LIMIT row_limit
$$;

-- Returns the statement that makes a table.
CREATE FUNCTION laguna.table_ddl(relation oid) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT 'CREATE TABLE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || E' (\n'
            || (SELECT string_agg('    ' || part, E',\n' ORDER BY place) FROM (
                SELECT 0 AS kind, a.attnum::int AS place, quote_ident(a.attname) || ' ' || laguna.format_type(a.atttypid, a.atttypmod)
                    || CASE WHEN a.attidentity <> '' THEN ' identity('
                            || coalesce(substring(laguna.identity(c.oid, a.attnum) FROM '''(.*)''::text'), '1,1') || ')'
                        WHEN laguna.column_default(c.oid, a.attnum) IS NOT NULL
                            THEN ' DEFAULT ' || laguna.column_default(c.oid, a.attnum)
                        ELSE '' END
                    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                    || ' ENCODE ' || laguna.encoding(c.oid, a.attnum, a.atttypid)
                    || CASE WHEN t.distkey = a.attnum THEN ' distkey' ELSE '' END AS part
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                UNION ALL
                SELECT 1, 10000 + row_number() OVER (ORDER BY k.kind <> 'p', k.name)::int,
                    laguna.pg_get_constraintdef(laguna.key_id(k.relation, k.name))
                FROM laguna.key_record k WHERE k.relation = c.oid) parts)
            || E'\n)\nDISTSTYLE ' || split_part(laguna.dist_style(c.oid), '(', 1)
            || CASE WHEN cardinality(t.sortkey) > 0 THEN E'\n' || CASE WHEN t.sortstyle = 'INTERLEAVED' THEN ' INTERLEAVED' ELSE '' END
                || ' SORTKEY ( ' || laguna.key_columns(c.oid, t.sortkey) || ' )' ELSE '' END
            || ';'
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN laguna.table_record t ON t.relation = c.oid WHERE c.oid = table_ddl.relation);

CREATE FUNCTION laguna.external_ddl(schema text, name text) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT 'CREATE EXTERNAL TABLE ' || quote_ident(schema) || '.' || quote_ident(name) || E' (\n'
            || (SELECT string_agg('    ' || quote_ident(c.columnname) || ' ' || laguna.external_type(c.external_type), E',\n'
                ORDER BY c.columnnum) FROM laguna.external_column c
                WHERE c.schemaname = schema AND c.tablename = name AND c.part_key = 0) || E'\n)'
            || coalesce(E'\nPARTITIONED BY (' || (SELECT string_agg(quote_ident(c.columnname) || ' '
                || laguna.external_type(c.external_type), ', ' ORDER BY c.part_key) FROM laguna.external_column c
                WHERE c.schemaname = schema AND c.tablename = name AND c.part_key > 0) || ')', '')
            || coalesce(E'\nROW FORMAT SERDE ' || quote_literal(e.serialization_lib), '')
            || coalesce(E'\nSTORED AS INPUTFORMAT ' || quote_literal(e.input_format), '')
            || coalesce(E' OUTPUTFORMAT ' || quote_literal(e.output_format), '')
            || coalesce(E'\nLOCATION ' || quote_literal(e.location), '') || ';'
        FROM laguna.external_table e WHERE e.schemaname = schema AND e.tablename = name);

-- Returns one text of a form of SHOW, here or in another database.
CREATE FUNCTION laguna.show_ddl(form text, schema text, name text, types text) RETURNS TABLE (text text) LANGUAGE plpgsql STABLE AS $$
DECLARE
    found oid;
    kind "char";
BEGIN
    IF form = 'external table' THEN
        IF laguna.external_ddl(schema, name) IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = '42P01', MESSAGE = 'relation "' || coalesce(schema || '.', '') || name || '" does not exist';
        END IF;
        RETURN QUERY SELECT laguna.external_ddl(schema, name);
    ELSIF form = 'procedure' THEN
        SELECT r INTO found FROM laguna.routines(schema, name, types, 'p') r;
        IF found IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = '42883', MESSAGE = 'procedure ' || coalesce(schema || '.', '') || name || ' does not exist';
        END IF;
        RETURN QUERY SELECT pg_get_functiondef(found);
    ELSE
        found := laguna.named(schema, name);
        IF found IS NULL THEN
            RAISE EXCEPTION USING ERRCODE = '42P01', MESSAGE = 'relation "' || coalesce(schema || '.', '') || name || '" does not exist';
        END IF;
        SELECT c.relkind INTO kind FROM pg_catalog.pg_class c WHERE c.oid = found;
        IF (form = 'table') <> (kind = 'r') THEN
            RAISE EXCEPTION USING ERRCODE = '42809', MESSAGE = '"' || name || '" is not a ' || form;
        END IF;
        IF form = 'table' THEN
            RETURN QUERY SELECT laguna.table_ddl(found);
        ELSE
            RETURN QUERY SELECT CASE WHEN kind = 'm' THEN laguna.pg_get_viewdef(found)
                ELSE 'CREATE OR REPLACE VIEW ' || quote_ident(laguna.schema_of(found)) || '.' || quote_ident(name) || E' AS\n'
                    || pg_catalog.pg_get_viewdef(found) END;
        END IF;
    END IF;
END $$;
CREATE FUNCTION laguna.ddl(database text, form text, schema text, name text, types text) RETURNS TABLE (text text)
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF laguna.is_here(database) THEN
        RETURN QUERY SELECT * FROM laguna.show_ddl(form, schema, name, types);
    ELSE
        RETURN QUERY SELECT r->>'text'
            FROM json_array_elements(laguna.ask(database, 'show_ddl', ARRAY[form, schema, name, types])) r;
    END IF;
END $$;
CREATE FUNCTION laguna.show_table(database text, schema text, relation text)
    RETURNS TABLE ("Show Table DDL statement" varchar) LANGUAGE sql STABLE AS $$
    SELECT text FROM laguna.ddl(database, 'table', schema, relation, NULL)
$$;
CREATE FUNCTION laguna.show_external_table(database text, schema text, relation text)
    RETURNS TABLE ("Show External Table DDL statement" varchar) LANGUAGE sql STABLE AS $$
    SELECT text FROM laguna.ddl(database, 'external table', schema, relation, NULL)
$$;
CREATE FUNCTION laguna.show_view(database text, schema text, relation text)
    RETURNS TABLE ("Show View DDL statement" varchar) LANGUAGE sql STABLE AS $$
    SELECT text FROM laguna.ddl(database, 'view', schema, relation, NULL)
$$;
CREATE FUNCTION laguna.show_procedure(database text, schema text, routine text, types text DEFAULT NULL)
    RETURNS TABLE ("Stored Procedure Definition" varchar) LANGUAGE sql STABLE AS $$
    SELECT text FROM laguna.ddl(database, 'procedure', schema, routine, types)
$$;

-- What a session has done last. The log is whole before a statement that asks it; a connection of its own sees what has
-- been written since the transaction began.
CREATE FUNCTION laguna.show_last(session int, since timestamp) RETURNS TABLE (query int, copy int, copied bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT
        (SELECT max(q.query)::int FROM laguna.query_log q WHERE q.pid = session AND q.starttime >= since
            AND q.user_name = session_user AND q.endtime IS NOT NULL AND q.kind NOT IN ('DDL', 'UTILITY')),
        l.query::int, l.loaded_rows
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT l.query, l.loaded_rows FROM laguna.load_log l
        WHERE l.pid = session AND l.starttime >= since AND l.status = 'completed' ORDER BY l.query DESC LIMIT 1) l ON true
$$;
CREATE FUNCTION laguna.last(what text) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    since timestamp := (SELECT backend_start AT TIME ZONE 'UTC' FROM pg_stat_activity WHERE pid = pg_backend_pid());
BEGIN
    RETURN laguna.elsewhere(current_database(), format('laguna.show_last(%s, %L)', pg_backend_pid(), since))->0->>what;
END $$;
CREATE OR REPLACE FUNCTION laguna.pg_last_query_id() RETURNS int LANGUAGE sql STABLE
    RETURN coalesce(laguna.last('query'), -1)::int;
CREATE OR REPLACE FUNCTION laguna.pg_last_copy_id() RETURNS int LANGUAGE sql STABLE
    RETURN coalesce(laguna.last('copy'), -1)::int;
CREATE OR REPLACE FUNCTION laguna.pg_last_copy_count() RETURNS bigint LANGUAGE sql STABLE
    RETURN coalesce(laguna.last('copied'), 0);

GRANT SELECT ON ALL TABLES IN SCHEMA laguna TO PUBLIC;
REVOKE SELECT ON laguna.query_log, laguna.load_log, laguna.load_file, laguna.load_error, laguna.load_error_detail,
    laguna.load_replacement, laguna.unload_log, laguna.unload_file, laguna.external_scan, laguna.external_message FROM PUBLIC;

RESET allow_system_table_mods;
