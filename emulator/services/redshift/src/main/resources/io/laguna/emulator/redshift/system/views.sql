-- The system views of Redshift that tell what is in a database: schemas, tables, columns, privileges, users. It is run in a
-- template database, after catalog.sql.
SET allow_system_table_mods = on;

CREATE VIEW pg_catalog.svv_redshift_databases AS
    SELECT datname::varchar(128) AS database_name, datdba::int AS database_owner, 'local'::varchar(32) AS database_type,
        datacl::text::varchar(128) AS database_acl, NULL::varchar(128) AS database_options,
        'Serializable'::varchar(128) AS database_isolation_level
    FROM laguna.pg_database;

CREATE VIEW pg_catalog.pg_database_info AS
    SELECT oid AS datid, datname, datdba, encoding, datistemplate, datallowconn, datlastsysoid, datdba AS datvacuumxid,
        dattablespace, 'local'::text AS dattype, CASE WHEN datconnlimit < 0 THEN 'UNLIMITED' ELSE datconnlimit::text END
            AS datconnlimit
    FROM laguna.pg_database;

CREATE VIEW pg_catalog.svv_redshift_schemas AS
    SELECT current_database()::varchar(128) AS database_name, nspname::varchar(128) AS schema_name, nspowner::int AS schema_owner,
        'local'::varchar(128) AS schema_type, nspacl::text::varchar(128) AS schema_acl, NULL::varchar(128) AS schema_option
    FROM laguna.pg_namespace n
    WHERE NOT EXISTS (SELECT FROM laguna.external_schema e WHERE e.schemaname = n.nspname);

CREATE VIEW pg_catalog.svv_external_schemas AS
    SELECT n.oid AS esoid, e.kind AS eskind, n.nspname AS schemaname, e.owner AS esowner, e.database AS databasename,
        e.options AS esoptions
    FROM laguna.external_schema e JOIN pg_catalog.pg_namespace n ON n.nspname = e.schemaname;

CREATE VIEW pg_catalog.pg_external_schema AS
    SELECT esoid, eskind, databasename AS esdbname, esoptions FROM pg_catalog.svv_external_schemas;

CREATE VIEW pg_catalog.svv_external_databases AS
    SELECT DISTINCT kind AS eskind, database AS databasename, '{}'::text AS esoptions FROM laguna.external_schema;

CREATE FUNCTION laguna.may_use(schema text) RETURNS boolean LANGUAGE sql STABLE RETURN
    coalesce((SELECT has_schema_privilege(oid, 'USAGE') FROM pg_catalog.pg_namespace WHERE nspname = schema), false);

CREATE VIEW pg_catalog.svv_external_tables AS
    SELECT current_database()::text AS redshift_database_name, schemaname, tablename, tabletype, location, input_format,
        output_format, serialization_lib, serde_parameters, compressed, parameters
    FROM laguna.external_table WHERE laguna.may_use(schemaname);

CREATE VIEW pg_catalog.svv_external_columns AS
    SELECT current_database()::text AS redshift_database_name, schemaname, tablename, columnname, external_type, columnnum,
        part_key, is_nullable
    FROM laguna.external_column WHERE laguna.may_use(schemaname);

CREATE VIEW pg_catalog.svv_external_partitions AS
    SELECT schemaname, tablename, values, location, input_format, output_format, serialization_lib, serde_parameters,
        compressed, parameters
    FROM laguna.external_partition WHERE laguna.may_use(schemaname);

CREATE VIEW pg_catalog.svv_all_schemas AS
    SELECT database_name, schema_name, schema_owner, schema_type, schema_acl, NULL::varchar(128) AS source_database,
        schema_option
    FROM pg_catalog.svv_redshift_schemas
    UNION ALL
    SELECT current_database(), schemaname, esowner, 'external', NULL, databasename, esoptions
    FROM pg_catalog.svv_external_schemas;

CREATE VIEW pg_catalog.svv_tables AS
    SELECT database_name AS table_catalog, schema_name AS table_schema, name AS table_name, kind AS table_type, remarks
    FROM laguna.relation
    UNION ALL
    SELECT current_database(), schemaname, tablename, 'EXTERNAL TABLE', NULL FROM pg_catalog.svv_external_tables;

CREATE VIEW pg_catalog.svv_columns AS
    SELECT database_name AS table_catalog, schema_name AS table_schema, table_name, column_name, ordinal_position,
        column_default, is_nullable, data_type, character_maximum_length, numeric_precision,
        CASE WHEN numeric_precision IS NOT NULL THEN CASE WHEN atttypid = 1700 THEN 10 ELSE 2 END END
            AS numeric_precision_radix,
        numeric_scale, datetime_precision, NULL::varchar(128) AS interval_type, NULL::varchar(128) AS interval_precision,
        NULL::varchar(128) AS character_set_catalog, NULL::varchar(128) AS character_set_schema,
        NULL::varchar(128) AS character_set_name, NULL::varchar(128) AS collation_catalog,
        NULL::varchar(128) AS collation_schema, NULL::varchar(128) AS collation_name, NULL::varchar(128) AS domain_name, remarks
    FROM laguna.relation_column
    UNION ALL
    SELECT current_database(), schemaname, tablename, columnname, columnnum, NULL,
        CASE WHEN is_nullable = 'false' THEN 'NO' ELSE 'YES' END, laguna.external_type(external_type), NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM pg_catalog.svv_external_columns;

CREATE VIEW pg_catalog.svv_redshift_tables AS
    SELECT database_name, schema_name, name AS table_name,
        CASE WHEN kind = 'BASE TABLE' THEN 'TABLE' ELSE kind END::varchar(128) AS table_type, relacl::text::varchar(128) AS table_acl,
        remarks, pg_get_userbyid(relowner)::varchar(128) AS table_owner
    FROM laguna.relation;

CREATE VIEW pg_catalog.svv_all_tables AS
    SELECT database_name, schema_name, table_name, table_acl, table_type, remarks, table_owner AS owner
    FROM pg_catalog.svv_redshift_tables
    UNION ALL
    SELECT redshift_database_name, schemaname, tablename, NULL, 'EXTERNAL TABLE', NULL, NULL
    FROM pg_catalog.svv_external_tables;

CREATE VIEW pg_catalog.svv_redshift_columns AS
    SELECT c.database_name, c.schema_name, c.table_name, c.column_name, c.ordinal_position, c.full_type AS data_type,
        c.column_default, c.is_nullable,
        CASE WHEN c.relkind = 'v' THEN '' ELSE laguna.encoding(c.oid, c.attnum, c.atttypid) END::varchar(128) AS encoding,
        coalesce((SELECT t.distkey = c.attnum FROM laguna.table_record t WHERE t.relation = c.oid), false) AS distkey,
        laguna.sort_position(c.oid, c.attnum) AS sortkey,
        (SELECT a.attacl::text FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = c.attnum)::varchar(128)
            AS column_acl,
        c.remarks
    FROM laguna.relation_column c;

CREATE VIEW pg_catalog.svv_all_columns AS
    SELECT database_name, schema_name, table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
        character_maximum_length, numeric_precision, numeric_scale, remarks
    FROM laguna.relation_column
    UNION ALL
    SELECT redshift_database_name, schemaname, tablename, columnname, columnnum, NULL,
        CASE WHEN is_nullable = 'false' THEN 'NO' ELSE 'YES' END, laguna.external_type(external_type), NULL, NULL, NULL, NULL
    FROM pg_catalog.svv_external_columns;

CREATE VIEW pg_catalog.svv_redshift_functions AS
    SELECT current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        p.proname::varchar(128) AS function_name,
        CASE p.prokind WHEN 'p' THEN 'STORED PROCEDURE' WHEN 'a' THEN 'AGGREGATE FUNCTION' ELSE 'REGULAR FUNCTION' END
            ::varchar(128) AS function_type,
        pg_get_function_identity_arguments(p.oid)::varchar(512) AS argument_type,
        CASE WHEN p.prokind <> 'p' THEN laguna.format_type(p.prorettype, NULL) END::varchar(128) AS result_type
    FROM pg_catalog.pg_proc p JOIN laguna.pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema');

-- The size is that of the files, in blocks of 1 MB as Redshift's. Nothing is vacuumed by sorting, so nothing is unsorted.
CREATE VIEW pg_catalog.svv_table_info AS
    SELECT r.database_name::text AS database, r.schema_name::text AS schema, r.oid AS table_id, r.name::text AS "table",
        CASE
            WHEN NOT EXISTS (SELECT FROM laguna.encoding_record e WHERE e.relation = r.oid AND lower(e.encoding) <> 'auto')
                THEN 'Y, AUTO(ENCODE)'
            ELSE 'Y'
        END AS encoded,
        laguna.dist_style(r.oid) AS diststyle, laguna.sort_key(r.oid) AS sortkey1,
        coalesce((SELECT max(a.atttypmod - 4) FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = r.oid AND a.attnum > 0 AND a.atttypid IN (1042, 1043)), 0) AS max_varchar,
        (SELECT laguna.encoding(r.oid, t.sortkey[1], a.atttypid) FROM laguna.table_record t
            JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum = t.sortkey[1] WHERE t.relation = r.oid)
            ::char(32) AS sortkey1_enc,
        coalesce((SELECT cardinality(t.sortkey) FROM laguna.table_record t WHERE t.relation = r.oid), 0) AS sortkey_num,
        greatest(1, ceil(pg_total_relation_size(r.oid) / 1048576.0))::bigint AS size, 0::numeric(10,4) AS pct_used,
        0::bigint AS empty, 0::numeric(5,2) AS unsorted,
        CASE WHEN c.reltuples < 0 THEN 100 ELSE 0 END::numeric(5,2) AS stats_off, laguna.row_count(r.oid)::numeric(38,0) AS tbl_rows,
        NULL::numeric(19,2) AS skew_sortkey1, NULL::numeric(19,2) AS skew_rows,
        laguna.row_count(r.oid)::numeric(38,0) AS estimated_visible_rows, NULL::text AS risk_event,
        0::numeric(12,2) AS vacuum_sort_benefit, NULL::timestamp AS create_time
    FROM laguna.relation r JOIN pg_catalog.pg_class c ON c.oid = r.oid
    WHERE r.relkind IN ('r', 'm') AND r.schema_name NOT IN ('pg_catalog', 'information_schema')
    AND laguna.row_count(r.oid) > 0;

CREATE VIEW pg_catalog.stv_tbl_perm AS
    SELECT 0 AS slice, c.oid::int AS id, c.relname::char(72) AS name, laguna.row_count(c.oid) AS rows,
        laguna.row_count(c.oid) AS sorted_rows, (n.nspname ~ '^pg_temp_')::int AS temp,
        (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())::int AS db_id, 0 AS insert_pristine,
        0 AS delete_pristine, 1 AS backup, 0 AS dist_style, 0 AS block_count
    FROM pg_catalog.pg_class c JOIN laguna.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema');

-- Tables in the schemas of search_path.
CREATE VIEW pg_catalog.pg_table_def AS
    SELECT c.schema_name::name AS schemaname, c.table_name::name AS tablename, c.column_name::name AS "column",
        c.full_type::text AS type,
        CASE laguna.encoding(c.oid, c.attnum, c.atttypid) WHEN 'raw' THEN 'none'
            ELSE laguna.encoding(c.oid, c.attnum, c.atttypid) END::varchar(32) AS encoding,
        coalesce((SELECT t.distkey = c.attnum FROM laguna.table_record t WHERE t.relation = c.oid), false) AS distkey,
        laguna.sort_position(c.oid, c.attnum) AS sortkey, c.is_nullable = 'NO' AS "notnull"
    FROM laguna.relation_column c
    WHERE c.relkind IN ('r', 'm') AND c.schema_name::name = ANY (current_schemas(true));

CREATE VIEW pg_catalog.svv_user_info AS
    SELECT usename::text AS user_name, usesysid AS user_id, usecreatedb AS createdb, usesuper AS superuser,
        usecatupd AS catalog_update, useconnlimit AS connection_limit, syslogaccess AS syslog_access,
        last_ddl_ts AS last_ddl_timestamp, sessiontimeout AS session_timeout, external_user_id::char(128) AS external_user_id
    FROM pg_catalog.pg_user_info;

CREATE VIEW pg_catalog.svv_roles AS
    SELECT oid::int AS role_id, rolname::text AS role_name, 'rdsdb'::text AS role_owner, NULL::text AS external_id
    FROM pg_catalog.pg_roles WHERE NOT rolcanlogin AND rolname <> 'laguna' AND rolname !~ '^pg_';

CREATE VIEW pg_catalog.svv_user_grants AS
    SELECT m.oid::int AS user_id, m.rolname::text AS user_name, r.oid::int AS role_id, r.rolname::text AS role_name,
        g.admin_option
    FROM pg_catalog.pg_auth_members g JOIN pg_catalog.pg_roles m ON m.oid = g.member
    JOIN pg_catalog.pg_roles r ON r.oid = g.roleid
    WHERE m.rolcanlogin AND NOT r.rolcanlogin AND r.rolname <> 'laguna' AND r.rolname !~ '^pg_';

CREATE VIEW pg_catalog.svv_role_grants AS
    SELECT m.oid::int AS role_id, m.rolname::text AS role_name, r.oid::int AS granted_role_id, r.rolname::text AS granted_role_name
    FROM pg_catalog.pg_auth_members g JOIN pg_catalog.pg_roles m ON m.oid = g.member
    JOIN pg_catalog.pg_roles r ON r.oid = g.roleid
    WHERE NOT m.rolcanlogin AND NOT r.rolcanlogin AND r.rolname !~ '^pg_';

-- Returns the grants in an access list, as Redshift names who has them.
CREATE FUNCTION laguna.grants(acl aclitem[], kind "char", owner oid)
    RETURNS TABLE (privilege text, identity_id int, identity_name text, identity_type text, grantable boolean, grantor text)
    LANGUAGE sql STABLE AS $$
    SELECT a.privilege_type, CASE WHEN a.grantee = 0 THEN NULL ELSE a.grantee::int END,
        CASE WHEN a.grantee = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(a.grantee)::text END,
        CASE
            WHEN a.grantee = 0 THEN 'public'
            WHEN (SELECT rolcanlogin FROM pg_catalog.pg_roles WHERE oid = a.grantee) THEN 'user'
            ELSE 'group'
        END,
        a.is_grantable, pg_catalog.pg_get_userbyid(a.grantor)::text
    FROM pg_catalog.aclexplode(coalesce(acl, pg_catalog.acldefault(kind, owner))) a
    WHERE a.privilege_type NOT IN ('MAINTAIN', 'CONNECT') AND (a.privilege_type <> 'TRIGGER')
$$;

CREATE VIEW pg_catalog.svv_relation_privileges AS
    SELECT r.schema_name::text AS namespace_name, r.name::text AS relation_name, g.privilege AS privilege_type, g.identity_id,
        g.identity_name, g.identity_type, g.grantable AS admin_option
    FROM laguna.relation r, laguna.grants(r.relacl, 'r', r.relowner) g;

CREATE VIEW pg_catalog.svv_schema_privileges AS
    SELECT n.nspname::text AS namespace_name, g.privilege AS privilege_type, g.identity_id, g.identity_name, g.identity_type,
        g.grantable AS admin_option, 'SCHEMA'::text AS privilege_scope
    FROM laguna.pg_namespace n, laguna.grants(n.nspacl, 'n', n.nspowner) g;

CREATE VIEW pg_catalog.svv_database_privileges AS
    SELECT d.datname::text AS database_name, g.privilege AS privilege_type, g.identity_id, g.identity_name, g.identity_type,
        g.grantable AS admin_option, 'DATABASE'::text AS privilege_scope
    FROM laguna.pg_database d, laguna.grants(d.datacl, 'd', d.datdba) g;

CREATE VIEW pg_catalog.svv_function_privileges AS
    SELECT n.nspname::text AS namespace_name, p.proname::text AS function_name,
        pg_get_function_identity_arguments(p.oid) AS argument_types, g.privilege AS privilege_type, g.identity_id,
        g.identity_name, g.identity_type, g.grantable AS admin_option
    FROM pg_catalog.pg_proc p JOIN laguna.pg_namespace n ON n.oid = p.pronamespace, laguna.grants(p.proacl, 'f', p.proowner) g
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema');

CREATE VIEW pg_catalog.svv_language_privileges AS
    SELECT l.lanname::text AS language_name, g.privilege AS privilege_type, g.identity_id, g.identity_name, g.identity_type,
        g.grantable AS admin_option
    FROM pg_catalog.pg_language l, laguna.grants(l.lanacl, 'l', l.lanowner) g;

CREATE VIEW pg_catalog.svv_column_privileges AS
    SELECT n.nspname::text AS namespace_name, c.relname::text AS relation_name, a.attname::text AS column_name,
        g.privilege AS privilege_type, g.identity_id, g.identity_name, g.identity_type, g.grantable AS admin_option
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN laguna.pg_namespace n ON n.oid = c.relnamespace, laguna.grants(a.attacl, 'c', c.relowner) g
    WHERE a.attacl IS NOT NULL AND a.attnum > 0;

CREATE VIEW pg_catalog.svv_default_privileges AS
    SELECT n.nspname::text AS schema_name,
        CASE d.defaclobjtype WHEN 'r' THEN 'RELATION' WHEN 'f' THEN 'FUNCTION' ELSE 'PROCEDURE' END AS object_type,
        d.defaclrole::int AS owner_id, pg_get_userbyid(d.defaclrole)::text AS owner_name, 'user'::text AS owner_type,
        g.privilege AS privilege_type, g.identity_id AS grantee_id, g.identity_name AS grantee_name,
        g.identity_type AS grantee_type, g.grantable AS admin_option
    FROM pg_catalog.pg_default_acl d LEFT JOIN laguna.pg_namespace n ON n.oid = d.defaclnamespace,
        laguna.grants(d.defaclacl, d.defaclobjtype, d.defaclrole) g
    WHERE d.defaclobjtype IN ('r', 'f');

CREATE VIEW pg_catalog.svv_mv_info AS
    SELECT current_database()::char(128) AS database_name, n.nspname::char(128) AS schema_name,
        pg_get_userbyid(c.relowner)::char(128) AS user_name, c.relname::char(128) AS name, 'f'::char(1) AS is_stale, 1 AS state,
        CASE WHEN t.auto_refresh THEN 't' ELSE 'f' END::char(1) AS autorefresh, 'f'::char(1) AS autorewrite
    FROM pg_catalog.pg_class c JOIN laguna.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN laguna.table_record t ON t.relation = c.oid WHERE c.relkind = 'm';

CREATE VIEW pg_catalog.stv_mv_info AS
    SELECT database_name AS db_name, schema_name AS schema, name, 0::bigint AS updated_upto_xid, is_stale,
        user_name AS owner_user_name, state, autorewrite, autorefresh
    FROM pg_catalog.svv_mv_info;

CREATE VIEW pg_catalog.svv_mv_dependency AS
    SELECT DISTINCT current_database()::char(128) AS database_name, n.nspname::char(128) AS schema_name,
        c.relname::char(128) AS name, b.nspname::char(128) AS dependent_schema_name, s.relname::char(128) AS dependent_name
    FROM pg_catalog.pg_class c JOIN laguna.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_rewrite w ON w.ev_class = c.oid
    JOIN pg_catalog.pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid
    JOIN pg_catalog.pg_class s ON s.oid = d.refobjid JOIN laguna.pg_namespace b ON b.oid = s.relnamespace
    WHERE c.relkind = 'm';

-- information_schema, with external tables and with what views are in Redshift.
CREATE VIEW laguna_information.tables AS
    SELECT table_catalog, table_schema, table_name, table_type, NULL::varchar AS self_referencing_column_name,
        NULL::varchar AS reference_generation, NULL::varchar AS user_defined_type_catalog,
        NULL::varchar AS user_defined_type_schema, NULL::varchar AS user_defined_name
    FROM pg_catalog.svv_tables WHERE table_type <> 'EXTERNAL TABLE';

CREATE VIEW laguna_information.columns AS
    SELECT table_catalog, table_schema, table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
        character_maximum_length, CASE WHEN character_maximum_length IS NOT NULL THEN character_maximum_length END
            AS character_octet_length,
        numeric_precision, numeric_precision_radix, numeric_scale, datetime_precision, interval_type, interval_precision,
        character_set_catalog, character_set_schema, character_set_name, collation_catalog, collation_schema,
        collation_name, NULL::varchar AS domain_catalog, NULL::varchar AS domain_schema, domain_name,
        table_catalog AS udt_catalog, 'pg_catalog'::varchar AS udt_schema, data_type AS udt_name,
        ordinal_position::varchar AS dtd_identifier, 'NO'::varchar(3) AS is_self_referencing
    FROM pg_catalog.svv_columns c
    WHERE NOT EXISTS (SELECT FROM laguna.external_schema e WHERE e.schemaname = c.table_schema);

CREATE VIEW laguna_information.views AS
    SELECT r.database_name AS table_catalog, r.schema_name AS table_schema, r.name AS table_name,
        CASE WHEN pg_has_role(r.relowner, 'USAGE') THEN laguna.pg_get_viewdef(r.oid) END::varchar AS view_definition,
        'NONE'::varchar AS check_option, 'NO'::varchar(3) AS is_updatable, 'NO'::varchar(3) AS is_insertable_into
    FROM laguna.relation r WHERE r.kind = 'VIEW';

CREATE VIEW laguna_information.schemata AS
    SELECT current_database()::varchar AS catalog_name, nspname::varchar AS schema_name,
        pg_get_userbyid(nspowner)::varchar AS schema_owner, NULL::varchar AS default_character_set_catalog,
        NULL::varchar AS default_character_set_schema, NULL::varchar AS default_character_set_name, NULL::varchar AS sql_path
    FROM laguna.pg_namespace;

CREATE VIEW laguna_information.table_constraints AS
    SELECT current_database()::varchar AS constraint_catalog, n.nspname::varchar AS constraint_schema,
        c.conname::varchar AS constraint_name, current_database()::varchar AS table_catalog, n.nspname::varchar AS table_schema,
        r.relname::varchar AS table_name,
        CASE c.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'FOREIGN KEY' ELSE 'CHECK' END::varchar
            AS constraint_type,
        'NO'::varchar(3) AS is_deferrable, 'NO'::varchar(3) AS initially_deferred
    FROM laguna.pg_constraint c JOIN laguna.pg_class r ON r.oid = c.conrelid JOIN laguna.pg_namespace n ON n.oid = r.relnamespace;

CREATE VIEW laguna_information.key_column_usage AS
    SELECT current_database()::varchar AS constraint_catalog, n.nspname::varchar AS constraint_schema,
        c.conname::varchar AS constraint_name, current_database()::varchar AS table_catalog, n.nspname::varchar AS table_schema,
        r.relname::varchar AS table_name, a.attname::varchar AS column_name, k.place::int AS ordinal_position
    FROM laguna.pg_constraint c JOIN laguna.pg_class r ON r.oid = c.conrelid JOIN laguna.pg_namespace n ON n.oid = r.relnamespace,
        unnest(c.conkey) WITH ORDINALITY AS k(number, place), pg_catalog.pg_attribute a
    WHERE a.attrelid = r.oid AND a.attnum = k.number AND c.contype IN ('p', 'u', 'f');

CREATE VIEW laguna_information.referential_constraints AS
    SELECT current_database()::varchar AS constraint_catalog, n.nspname::varchar AS constraint_schema,
        c.conname::varchar AS constraint_name, current_database()::varchar AS unique_constraint_catalog,
        m.nspname::varchar AS unique_constraint_schema, p.name::varchar AS unique_constraint_name,
        'NONE'::varchar AS match_option, 'NO ACTION'::varchar AS update_rule, 'NO ACTION'::varchar AS delete_rule
    FROM laguna.pg_constraint c JOIN laguna.pg_class r ON r.oid = c.conrelid JOIN laguna.pg_namespace n ON n.oid = r.relnamespace
    JOIN laguna.pg_class f ON f.oid = c.confrelid JOIN laguna.pg_namespace m ON m.oid = f.relnamespace
    LEFT JOIN laguna.key_record p ON p.relation = c.confrelid AND p.kind IN ('p', 'u') AND p.columns = c.confkey
    WHERE c.contype = 'f';

GRANT SELECT ON ALL TABLES IN SCHEMA laguna_information TO PUBLIC;

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT viewname FROM pg_catalog.pg_views
        WHERE schemaname = 'pg_catalog' AND viewname ~ '^(stl|stv|svl|svv|sys)_'
        OR viewname IN ('pg_table_def', 'pg_database_info', 'pg_external_schema') LOOP
        EXECUTE format('GRANT SELECT ON pg_catalog.%I TO PUBLIC', name);
    END LOOP;
END $$;

RESET allow_system_table_mods;
