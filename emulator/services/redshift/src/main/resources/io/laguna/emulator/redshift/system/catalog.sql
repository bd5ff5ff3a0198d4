-- The catalogs that Redshift has from PostgreSQL 8, with what it has added: the proxy reads pg_class as laguna.pg_class, and
-- so on. Laguna's own schema is hidden, and so are indexes and sequences, which Redshift has not. It is run in a template
-- database, after records.sql.
SET allow_system_table_mods = on;

-- Clients put ids into texts.
CREATE CAST (oid AS text) WITH INOUT AS IMPLICIT;
CREATE CAST (regclass AS text) WITH INOUT AS IMPLICIT;

-- What information_schema is read as.
CREATE SCHEMA laguna_information;
GRANT USAGE ON SCHEMA laguna_information TO PUBLIC;

-- External schemas and what is in them. The rows are copies of the Data Catalog, as of the last statement that needed them.
CREATE TABLE laguna.external_schema (
    schemaname text PRIMARY KEY,
    -- 1: Data Catalog, 3: PostgreSQL, 7: MySQL
    kind smallint NOT NULL DEFAULT 1,
    owner int NOT NULL,
    database text NOT NULL,
    -- JSON, as svv_external_schemas shows it.
    options text NOT NULL DEFAULT '{}'
);
CREATE TABLE laguna.external_table (
    schemaname text NOT NULL REFERENCES laguna.external_schema ON DELETE CASCADE,
    tablename text NOT NULL,
    tabletype text NOT NULL DEFAULT 'TABLE',
    location text,
    input_format text,
    output_format text,
    serialization_lib text,
    serde_parameters text,
    compressed int NOT NULL DEFAULT 0,
    parameters text,
    PRIMARY KEY (schemaname, tablename)
);
CREATE TABLE laguna.external_column (
    schemaname text NOT NULL,
    tablename text NOT NULL,
    columnname text NOT NULL,
    -- As the Data Catalog has it: string, array<int>.
    external_type text NOT NULL,
    columnnum int NOT NULL,
    -- The place among the partition keys, 0 for other columns.
    part_key int NOT NULL DEFAULT 0,
    is_nullable text NOT NULL DEFAULT 'true',
    PRIMARY KEY (schemaname, tablename, columnnum),
    FOREIGN KEY (schemaname, tablename) REFERENCES laguna.external_table ON DELETE CASCADE
);
CREATE TABLE laguna.external_partition (
    schemaname text NOT NULL,
    tablename text NOT NULL,
    -- JSON: ["2024", "01"]
    values text NOT NULL,
    location text,
    input_format text,
    output_format text,
    serialization_lib text,
    serde_parameters text,
    compressed int NOT NULL DEFAULT 0,
    parameters text,
    PRIMARY KEY (schemaname, tablename, values),
    FOREIGN KEY (schemaname, tablename) REFERENCES laguna.external_table ON DELETE CASCADE
);

-- Returns a type as Redshift writes it.
CREATE FUNCTION laguna.format_type(type oid, modifier int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN
    CASE
        WHEN type IN (4000, 'laguna.super'::regtype) THEN 'super'
        WHEN type = 17 THEN CASE WHEN modifier > 4 THEN 'binary varying(' || (modifier - 4)::text || ')' ELSE 'binary varying' END
        WHEN type = 25 THEN 'character varying'
        WHEN type = 3802 THEN 'super'
        ELSE pg_catalog.format_type(type, modifier)
    END;

-- The code of an encoding, as pg_attribute has it.
CREATE FUNCTION laguna.encoding_code(encoding text) RETURNS smallint LANGUAGE sql IMMUTABLE RETURN
    CASE lower(encoding)
        WHEN 'raw' THEN 0 WHEN 'bytedict' THEN 1 WHEN 'delta' THEN 2 WHEN 'lzo' THEN 3 WHEN 'runlength' THEN 4
        WHEN 'delta32k' THEN 5 WHEN 'text255' THEN 6 WHEN 'text32k' THEN 7 WHEN 'mostly8' THEN 8 WHEN 'mostly16' THEN 9
        WHEN 'mostly32' THEN 10 WHEN 'zstd' THEN 11 WHEN 'az64' THEN 12 ELSE 0
    END::smallint;
CREATE FUNCTION pg_catalog.format_encoding(code int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE code
        WHEN 0 THEN 'none' WHEN 1 THEN 'bytedict' WHEN 2 THEN 'delta' WHEN 3 THEN 'lzo' WHEN 4 THEN 'runlength'
        WHEN 5 THEN 'delta32k' WHEN 6 THEN 'text255' WHEN 7 THEN 'text32k' WHEN 8 THEN 'mostly8' WHEN 9 THEN 'mostly16'
        WHEN 10 THEN 'mostly32' WHEN 11 THEN 'zstd' WHEN 12 THEN 'az64' ELSE 'unknown'
    END;

-- Returns the encoding that a column has: the one that was said, or the one that Redshift gives its type. Sort keys, booleans
-- and floats are raw.
CREATE FUNCTION laguna.encoding(relation oid, number smallint, type oid) RETURNS text LANGUAGE sql STABLE RETURN
    coalesce(
        (SELECT lower(e.encoding) FROM laguna.encoding_record e
            WHERE e.relation = encoding.relation AND e.attnum = encoding.number AND lower(e.encoding) <> 'auto'),
        CASE
            WHEN EXISTS (SELECT FROM laguna.table_record t
                WHERE t.relation = encoding.relation AND encoding.number = ANY (t.sortkey)) THEN 'raw'
            WHEN type IN (20, 21, 23, 1082, 1114, 1184, 1700, 1083, 1266) THEN 'az64'
            WHEN type IN (1042, 1043, 25, 17) THEN 'lzo'
            WHEN type IN (4000, 3802, 'laguna.super'::regtype) THEN 'zstd'
            ELSE 'raw'
        END);

-- Returns the position of a column in the sort key; every second position of an interleaved key is negative.
CREATE FUNCTION laguna.sort_position(relation oid, number smallint) RETURNS int LANGUAGE sql STABLE RETURN
    coalesce(
        (SELECT CASE WHEN t.sortstyle = 'INTERLEAVED' AND array_position(t.sortkey, sort_position.number) % 2 = 0
                THEN -1 ELSE 1 END * array_position(t.sortkey, sort_position.number)
            FROM laguna.table_record t WHERE t.relation = sort_position.relation),
        0);

-- Tells whether a relation is to be seen: laguna's own are not, nor what Redshift has no kind of relation for.
CREATE FUNCTION laguna.shown(namespace oid, kind "char") RETURNS boolean LANGUAGE sql STABLE RETURN
    kind IN ('r', 'v', 'm') AND namespace <> 'laguna'::regnamespace AND namespace <> 'laguna_information'::regnamespace
    AND namespace <> 'pg_toast'::regnamespace;

-- The schema public is the superuser's, as on Redshift, and not the database owner's (6171).
CREATE VIEW laguna.pg_namespace AS
    SELECT oid, nspname,
        CASE WHEN nspowner = 6171 THEN 10::oid ELSE nspowner END AS nspowner, nspacl
    FROM pg_catalog.pg_namespace WHERE nspname NOT IN ('laguna', 'laguna_information') AND nspname !~ '^pg_toast_temp_';

CREATE VIEW laguna.pg_database AS
    SELECT oid, datname, datdba, encoding, datlocprovider, datistemplate, datallowconn, dathasloginevt, datconnlimit,
        0::oid AS datlastsysoid, datfrozenxid, datminmxid, dattablespace, datcollate, datctype, NULL::text[] AS datconfig,
        datacl
    FROM pg_catalog.pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1');

-- Recorded keys have an id of their own, far from those that PostgreSQL gives: as constraints and as the indexes of them.
CREATE FUNCTION laguna.key_id(relation oid, name text) RETURNS oid LANGUAGE sql IMMUTABLE STRICT RETURN
    (2147483648 + (hashtextextended(relation::text || ' ' || name, 0) & 2147483647))::oid;

CREATE VIEW laguna.pg_class AS
    SELECT c.oid, c.relname, c.relnamespace, c.reltype, c.relowner, c.relam, c.relfilenode, c.reltablespace, c.relpages,
        c.reltuples, c.reltoastrelid, 0::oid AS reltoastidxid, c.relhasindex, c.relisshared, c.relpersistence,
        CASE c.relkind WHEN 'm' THEN 'v' ELSE c.relkind END AS relkind, c.relnatts, 0::oid AS relexternid,
        false AS relisreplicated, false AS relispinned,
        CASE
            WHEN c.relkind = 'v' THEN 0
            WHEN t.distkey IS NOT NULL OR t.diststyle = 'KEY' THEN 1
            WHEN t.diststyle = 'EVEN' THEN 0
            WHEN t.diststyle = 'ALL' THEN 8
            ELSE 10
        END::smallint AS reldiststyle,
        0::smallint AS relprojbaseid, c.relchecks, 0::smallint AS reltriggers, 0::smallint AS relukeys,
        (SELECT count(*) FROM laguna.key_record k WHERE k.relation = c.oid AND k.kind = 'f')::smallint AS relfkeys,
        0::smallint AS relrefs, false AS relhasoids,
        EXISTS (SELECT FROM laguna.key_record k WHERE k.relation = c.oid AND k.kind = 'p') AS relhaspkey,
        c.relhasrules, c.relhastriggers, c.relhassubclass, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated,
        c.relreplident, c.relispartition, c.relacl, c.reloptions, c.reloftype, c.relpartbound, c.relfrozenxid
    FROM pg_catalog.pg_class c LEFT JOIN laguna.table_record t ON t.relation = c.oid
    WHERE laguna.shown(c.relnamespace, c.relkind)
    UNION ALL
    SELECT laguna.key_id(k.relation, k.name), k.name, c.relnamespace, 0, c.relowner, 403, 0, 0, 0, 0, 0, 0, false, false,
        c.relpersistence, 'i', cardinality(k.columns)::smallint, 0, false, false, 0, 0, 0, 0, 0, 0, 0, false, false, false,
        false, false, false, false, true, 'n', false, NULL, NULL, 0, NULL, '0'::xid
    FROM laguna.key_record k JOIN pg_catalog.pg_class c ON c.oid = k.relation WHERE k.kind IN ('p', 'u');

CREATE VIEW laguna.pg_depend AS
    SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype FROM pg_catalog.pg_depend
    UNION ALL
    SELECT 'pg_constraint'::regclass, laguna.key_id(k.relation, k.name), 0, 'pg_class'::regclass,
        laguna.key_id(r.relation, r.name), 0, 'n'
    FROM laguna.key_record k JOIN laguna.key_record r ON r.relation = k.referenced AND r.columns = k.referenced_columns
        AND r.kind IN ('p', 'u')
    WHERE k.kind = 'f';

CREATE VIEW laguna.pg_attribute AS
    SELECT a.attrelid, a.attname,
        CASE WHEN a.atttypid = 'laguna.super'::regtype THEN 4000::oid ELSE a.atttypid END AS atttypid,
        a.attstattarget, a.attlen, a.attnum, a.attndims, a.attcacheoff, a.atttypmod, a.attbyval, a.attstorage,
        false AS attisset, a.attalign, a.attnotnull, a.atthasdef OR a.attidentity <> '' AS atthasdef, a.atthasmissing,
        a.attidentity, a.attgenerated, a.attisdropped, a.attislocal, a.attinhcount, a.attcollation, a.attacl, a.attoptions,
        a.attfdwoptions, false AS attispreloaded,
        coalesce((SELECT t.distkey = a.attnum FROM laguna.table_record t WHERE t.relation = a.attrelid), false)
            AS attisdistkey,
        laguna.sort_position(a.attrelid, a.attnum) AS attsortkeyord,
        CASE WHEN a.attnum > 0 THEN laguna.encoding_code(laguna.encoding(a.attrelid, a.attnum, a.atttypid)) ELSE 0 END
            AS attencodingtype,
        0::smallint AS attencrypttype
    FROM pg_catalog.pg_attribute a;

CREATE VIEW laguna.pg_type AS
    SELECT CASE WHEN t.oid = 'laguna.super'::regtype THEN 4000::oid ELSE t.oid END AS oid, t.typname,
        CASE WHEN t.typnamespace = 'laguna'::regnamespace THEN 'pg_catalog'::regnamespace::oid ELSE t.typnamespace END
            AS typnamespace,
        t.typowner, t.typlen, t.typbyval, CASE WHEN t.typname = 'super' THEN 'b' ELSE t.typtype END AS typtype, t.typcategory,
        t.typispreferred, t.typisdefined, t.typdelim, t.typrelid, t.typsubscript, t.typelem, t.typarray, t.typinput,
        t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typalign, t.typstorage, t.typnotnull,
        CASE WHEN t.typname = 'super' THEN 0::oid ELSE t.typbasetype END AS typbasetype, t.typtypmod, t.typndims,
        t.typcollation, t.typdefaultbin, t.typdefault, t.typacl
    FROM pg_catalog.pg_type t
    WHERE t.typnamespace <> 'laguna'::regnamespace OR t.typname = 'super'
    UNION ALL
    SELECT 6551, 'varbyte', typnamespace, typowner, typlen, typbyval, typtype, typcategory, typispreferred, typisdefined,
        typdelim, typrelid, typsubscript, typelem, 0, typinput, typoutput, typreceive, typsend, typmodin, typmodout,
        typanalyze, typalign, typstorage, typnotnull, typbasetype, typtypmod, typndims, typcollation, typdefaultbin,
        typdefault, typacl
    FROM pg_catalog.pg_type WHERE oid = 17;

CREATE VIEW laguna.pg_proc AS
    SELECT p.oid, p.proname, p.pronamespace, p.proowner, p.prolang, p.procost, p.prorows, p.provariadic, p.prosupport,
        p.prokind, p.prokind = 'a' AS proisagg, p.prokind = 'w' AS proiswindow, p.prosecdef, p.proleakproof, p.proisstrict,
        p.proretset, p.provolatile, p.proparallel, p.pronargs, p.pronargdefaults, p.prorettype, p.proargtypes,
        p.proallargtypes, p.proargmodes, p.proargnames, p.proargdefaults, p.protrftypes, p.prosrc, p.probin, p.prosqlbody,
        p.proconfig, p.proacl
    FROM pg_catalog.pg_proc p WHERE p.pronamespace <> 'laguna'::regnamespace;

CREATE VIEW pg_catalog.pg_proc_info AS
    SELECT oid AS prooid, proname, pronamespace, proowner, prolang, proisagg, prosecdef, proisstrict, proretset, provolatile,
        pronargs, prorettype, proargtypes, proargnames, prosrc, probin, proacl, proconfig, proallargtypes, proargmodes,
        prokind, 0 AS prosecid, 0 AS provariadic
    FROM laguna.pg_proc;
GRANT SELECT ON pg_catalog.pg_proc_info TO PUBLIC;

CREATE FUNCTION laguna.key_columns(relation oid, numbers smallint[]) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY n.place)
        FROM unnest(numbers) WITH ORDINALITY AS n(number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = relation AND a.attnum = n.number);

CREATE FUNCTION laguna.pg_get_constraintdef(id oid) RETURNS text LANGUAGE sql STABLE RETURN
    coalesce(
        (SELECT CASE k.kind WHEN 'p' THEN 'PRIMARY KEY (' WHEN 'u' THEN 'UNIQUE (' ELSE 'FOREIGN KEY (' END
                || laguna.key_columns(k.relation, k.columns) || ')'
                || CASE WHEN k.kind = 'f' THEN ' REFERENCES ' || k.referenced::regclass::text || '('
                    || laguna.key_columns(k.referenced, k.referenced_columns) || ')' ELSE '' END
            FROM laguna.key_record k WHERE laguna.key_id(k.relation, k.name) = id),
        pg_catalog.pg_get_constraintdef(id));
CREATE FUNCTION laguna.pg_get_constraintdef(id oid, pretty boolean) RETURNS text LANGUAGE sql STABLE RETURN
    laguna.pg_get_constraintdef(id);

CREATE VIEW laguna.pg_constraint AS
    SELECT c.oid, c.conname, c.connamespace, c.contype, c.condeferrable, c.condeferred, c.convalidated, c.conrelid, c.contypid,
        c.conindid, c.conparentid, c.confrelid, c.confupdtype, c.confdeltype, c.confmatchtype, c.conislocal, c.coninhcount,
        c.connoinherit, c.conkey, c.confkey, c.conbin, NULL::text AS consrc
    FROM pg_catalog.pg_constraint c WHERE c.contype <> 'n' AND c.connamespace <> 'laguna'::regnamespace
    UNION ALL
    SELECT laguna.key_id(k.relation, k.name), k.name, r.relnamespace, k.kind, false, false, true, k.relation, 0,
        laguna.key_id(k.relation, k.name), 0, coalesce(k.referenced, 0), CASE WHEN k.kind = 'f' THEN 'a' ELSE ' ' END::"char",
        CASE WHEN k.kind = 'f' THEN 'a' ELSE ' ' END::"char", CASE WHEN k.kind = 'f' THEN 's' ELSE ' ' END::"char", true, 0,
        true, k.columns, k.referenced_columns, NULL, NULL
    FROM laguna.key_record k JOIN pg_catalog.pg_class r ON r.oid = k.relation;

-- Primary and unique keys as the indexes that drivers look for. Redshift has no others.
CREATE VIEW laguna.pg_index AS
    SELECT laguna.key_id(k.relation, k.name) AS indexrelid, k.relation AS indrelid, array_to_string(k.columns, ' ')::int2vector AS indkey,
        array_to_string(array_fill(0, ARRAY[cardinality(k.columns)]), ' ')::oidvector AS indclass,
        cardinality(k.columns)::smallint AS indnatts, cardinality(k.columns)::smallint AS indnkeyatts, true AS indisunique,
        k.kind = 'p' AS indisprimary, false AS indisexclusion, true AS indimmediate, false AS indisclustered,
        true AS indisvalid, true AS indisready, true AS indislive, false AS indisreplident, false AS indcheckxmin,
        false AS indnullsnotdistinct, NULL::oid[] AS indcollation,
        array_to_string(array_fill(0, ARRAY[cardinality(k.columns)]), ' ')::int2vector AS indoption, NULL::pg_node_tree AS indexprs,
        NULL::pg_node_tree AS indpred
    FROM laguna.key_record k WHERE k.kind IN ('p', 'u');

-- Defaults, with those of identity columns as Redshift shows them.
CREATE VIEW laguna.pg_attrdef AS
    SELECT oid, adrelid, adnum, adbin, pg_get_expr(adbin, adrelid) AS adsrc FROM pg_catalog.pg_attrdef;

CREATE FUNCTION laguna.identity(relation oid, number smallint) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT '"identity"(' || relation::text || ', ' || (number - 1)::text || ', ''' || s.seqstart::text || ',' || s.seqincrement::text || '''::text)'
        FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_sequence s ON s.seqrelid = d.objid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = relation
        AND d.refobjsubid = number AND d.deptype = 'i' LIMIT 1);

-- Returns a column's default as a text.
CREATE FUNCTION laguna.column_default(relation oid, number smallint) RETURNS text LANGUAGE sql STABLE RETURN
    coalesce(
        laguna.identity(relation, number),
        (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
            WHERE d.adrelid = relation AND d.adnum = number));

CREATE FUNCTION laguna.is_superuser(role oid) RETURNS boolean LANGUAGE sql STABLE RETURN
    (SELECT rolsuper FROM pg_catalog.pg_roles WHERE oid = role) OR pg_has_role(role, 'sys:superuser', 'MEMBER');

-- PUBLIC and roles that cannot log in are no users.
CREATE VIEW laguna.pg_user AS
    SELECT r.rolname AS usename, r.oid::int AS usesysid, r.rolcreatedb AS usecreatedb, laguna.is_superuser(r.oid) AS usesuper,
        laguna.is_superuser(r.oid) AS usecatupd, '********'::text AS passwd, r.rolvaliduntil AS valuntil,
        r.rolconfig AS useconfig
    FROM pg_catalog.pg_roles r WHERE r.rolcanlogin;

CREATE VIEW pg_catalog.pg_user_info AS
    SELECT usename, usesysid, usecreatedb, usesuper, usecatupd, passwd, valuntil, useconfig,
        CASE WHEN r.rolconnlimit < 0 THEN 'UNLIMITED' ELSE r.rolconnlimit::text END AS useconnlimit,
        CASE WHEN u.usesuper THEN 'UNRESTRICTED' ELSE 'RESTRICTED' END AS syslogaccess, NULL::timestamp AS last_ddl_ts,
        0 AS sessiontimeout, NULL::text AS external_user_id
    FROM laguna.pg_user u JOIN pg_catalog.pg_roles r ON r.oid = u.usesysid;
GRANT SELECT ON pg_catalog.pg_user_info TO PUBLIC;

-- Groups are roles that cannot log in, which CREATE GROUP makes; Laguna's own are hidden.
CREATE VIEW laguna.pg_group AS
    SELECT groname, grosysid::int AS grosysid, grolist FROM pg_catalog.pg_group
    WHERE groname <> 'laguna' AND groname !~ '^(pg_|sys:)';

CREATE FUNCTION laguna.pg_get_viewdef(view oid) RETURNS text LANGUAGE sql STABLE RETURN
    (SELECT CASE c.relkind
        WHEN 'm' THEN 'CREATE MATERIALIZED VIEW ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || E' AS\n'
        ELSE '' END || pg_catalog.pg_get_viewdef(view)
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = view);
CREATE FUNCTION laguna.pg_get_viewdef(view oid, pretty boolean) RETURNS text LANGUAGE sql STABLE RETURN
    laguna.pg_get_viewdef(view);
CREATE FUNCTION laguna.pg_get_viewdef(view text) RETURNS text LANGUAGE sql STABLE RETURN
    laguna.pg_get_viewdef(view::regclass::oid);
CREATE FUNCTION laguna.pg_get_viewdef(view text, pretty boolean) RETURNS text LANGUAGE sql STABLE RETURN
    laguna.pg_get_viewdef(view::regclass::oid);

CREATE VIEW laguna.pg_views AS
    SELECT n.nspname AS schemaname, c.relname AS viewname, pg_get_userbyid(c.relowner) AS viewowner,
        laguna.pg_get_viewdef(c.oid) AS definition
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm') AND laguna.shown(c.relnamespace, c.relkind);

CREATE VIEW laguna.pg_tables AS
    SELECT schemaname, tablename, tableowner, tablespace, hasindexes, hasrules, hastriggers, rowsecurity
    FROM pg_catalog.pg_tables WHERE schemaname <> 'laguna';

-- What PostgreSQL says of all relations in the forms of information_schema, which several views share.
CREATE VIEW laguna.relation AS
    SELECT c.oid, current_database()::varchar(128) AS database_name, n.nspname::varchar(128) AS schema_name,
        c.relname::varchar(128) AS name,
        CASE
            WHEN n.nspname ~ '^pg_temp_' THEN 'LOCAL TEMPORARY'
            WHEN c.relkind = 'r' THEN 'BASE TABLE'
            ELSE 'VIEW'
        END::varchar(128) AS kind,
        c.relowner, c.relacl, c.relkind, d.description::varchar(65535) AS remarks
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = 0
    WHERE laguna.shown(c.relnamespace, c.relkind)
    AND (pg_has_role(c.relowner, 'USAGE')
        OR has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
        OR has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'));

CREATE VIEW laguna.relation_column AS
    SELECT r.oid, r.database_name, r.schema_name, r.name AS table_name, r.kind, r.relkind, a.attname::varchar(128) AS column_name,
        row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum)::int AS ordinal_position, a.attnum,
        CASE WHEN r.relkind = 'r' THEN laguna.column_default(r.oid, a.attnum) END::varchar(4000) AS column_default,
        CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END::varchar(3) AS is_nullable,
        laguna.format_type(a.atttypid, NULL)::varchar(128) AS data_type,
        laguna.format_type(a.atttypid, a.atttypmod)::varchar(128) AS full_type, a.atttypid, a.atttypmod,
        CASE
            WHEN a.atttypid IN (1042, 1043) AND a.atttypmod > 4 THEN a.atttypmod - 4
            WHEN a.atttypid IN (1043, 25) THEN 65535
            WHEN a.atttypid = 17 THEN 64000
        END AS character_maximum_length,
        CASE a.atttypid
            WHEN 21 THEN 16 WHEN 23 THEN 32 WHEN 20 THEN 64 WHEN 700 THEN 24 WHEN 701 THEN 53
            WHEN 1700 THEN CASE WHEN a.atttypmod > 4 THEN ((a.atttypmod - 4) >> 16) & 65535 ELSE 18 END
        END AS numeric_precision,
        CASE
            WHEN a.atttypid IN (20, 21, 23) THEN 0
            WHEN a.atttypid = 1700 THEN CASE WHEN a.atttypmod > 4 THEN (a.atttypmod - 4) & 2047 ELSE 0 END
        END AS numeric_scale,
        CASE WHEN a.atttypid IN (1083, 1114, 1184, 1266) THEN 6 END AS datetime_precision,
        d.description::varchar(65535) AS remarks
    FROM laguna.relation r JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_description d
        ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_class'::regclass AND d.objsubid = a.attnum;

-- How a table is distributed and sorted, in the words of svv_table_info.
CREATE FUNCTION laguna.dist_style(relation oid) RETURNS text LANGUAGE sql STABLE RETURN
    coalesce(
        (SELECT CASE
            WHEN t.distkey IS NOT NULL THEN 'KEY(' || (SELECT a.attname::text FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = t.relation AND a.attnum = t.distkey) || ')'
            WHEN t.diststyle IN ('EVEN', 'ALL') THEN t.diststyle
            ELSE 'AUTO(ALL)' END
            FROM laguna.table_record t WHERE t.relation = dist_style.relation),
        'AUTO(ALL)');
CREATE FUNCTION laguna.sort_key(relation oid) RETURNS text LANGUAGE sql STABLE RETURN
    coalesce(
        (SELECT CASE WHEN t.sortstyle = 'INTERLEAVED' THEN 'INTERLEAVED' ELSE a.attname::text END
            FROM laguna.table_record t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.relation AND a.attnum = t.sortkey[1]
            WHERE t.relation = sort_key.relation),
        'AUTO(SORTKEY)');

-- Returns how many rows a table has: counted, or of a large one as the statistics know it.
CREATE FUNCTION laguna.row_count(relation oid) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    n bigint;
BEGIN
    IF pg_relation_size(relation) > 268435456 THEN
        RETURN coalesce((SELECT greatest(s.n_live_tup, 0) FROM pg_stat_all_tables s WHERE s.relid = relation), 0);
    END IF;
    EXECUTE 'SELECT count(*) FROM ' || relation::regclass::text INTO n;
    RETURN n;
END $$;

-- The names of the Data Catalog's types in Redshift.
CREATE FUNCTION laguna.external_type(type text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
    CASE
        WHEN type = 'string' THEN 'varchar(65535)' WHEN type = 'int' THEN 'integer' WHEN type = 'tinyint' THEN 'smallint'
        WHEN type = 'double' THEN 'double precision' WHEN type = 'float' THEN 'real' WHEN type = 'binary' THEN 'binary varying'
        WHEN type = 'timestamp' THEN 'timestamp without time zone' ELSE type
    END;

RESET allow_system_table_mods;
