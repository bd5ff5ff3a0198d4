-- The views by which administrators look at a cluster: its slices, blocks and queues. A cluster here is one node with two
-- slices (the files that an UNLOAD writes in turn) and one queue in which no statement waits, and its planner raises no
-- alerts. It is run in a template database, after views.sql.
SET allow_system_table_mods = on;

CREATE VIEW pg_catalog.stv_slices AS
    SELECT 0 AS node, n AS slice, n AS localslice, 'D'::char(1) AS type FROM generate_series(0, 1) n;

-- A megabyte of a table is a block, as on Redshift, although a block here is of all columns.
CREATE VIEW pg_catalog.stv_blocklist AS
    SELECT n % 2 AS slice, 0 AS col, c.oid::int AS tbl, n / 2 AS blocknum, NULL::int AS num_values, 0 AS extended_limits,
        NULL::bigint AS minvalue, NULL::bigint AS maxvalue, NULL::int AS sb_pos, 0 AS pinned, 1 AS on_disk, 0 AS modified,
        0 AS hdr_modified, 0 AS unsorted, 0 AS tombstone, 0 AS preferred_diskno,
        (c.relpersistence = 't')::int AS temporary, 0 AS newblock, 0 AS num_readers, 0 AS flags
    FROM pg_catalog.pg_class c,
        generate_series(0, greatest(1, ceil(pg_total_relation_size(c.oid) / 1048576.0))::int - 1) n
    WHERE c.relkind IN ('r', 'm') AND c.relnamespace NOT IN (
        'pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'laguna'::regnamespace)
        AND pg_total_relation_size(c.oid) > 0 AND pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.svv_diskusage AS
    SELECT current_database()::char(128) AS db_id, c.relname::char(72) AS name, b.slice, b.col, b.tbl, b.blocknum,
        b.num_values, b.minvalue, b.maxvalue, b.sb_pos, b.pinned, b.on_disk, b.modified, b.hdr_modified, b.unsorted,
        b.tombstone, b.preferred_diskno, b.temporary, b.newblock
    FROM pg_catalog.stv_blocklist b JOIN pg_catalog.pg_class c ON c.oid = b.tbl;

CREATE VIEW pg_catalog.stv_wlm_service_class_config AS
    SELECT 100 AS service_class, NULL::char(32) AS queueing_strategy, -1 AS num_query_tasks, -1 AS target_num_query_tasks,
        1 AS evictable, 0::bigint AS eviction_threshold, -1 AS query_working_mem, -1 AS target_query_working_mem,
        0 AS min_step_mem, 'Default queue'::char(64) AS name, 0::bigint AS max_execution_time,
        0 AS user_group_wild_card, 0 AS query_group_wild_card, 'off'::char(20) AS concurrency_scaling,
        'Normal'::char(20) AS query_priority, 0 AS user_role_wild_card;

CREATE VIEW pg_catalog.stv_wlm_classification_config AS
    SELECT 1 AS id, '(querytype: any)'::char(128) AS condition, 0 AS action_seq, 'assign'::char(64) AS action,
        100 AS action_service_class;

CREATE VIEW pg_catalog.stv_wlm_service_class_state AS
    SELECT 100 AS service_class, 0 AS num_queued_queries,
        count(*) FILTER (WHERE endtime IS NULL)::int AS num_executing_queries, count(*)::int AS num_serviced_queries,
        count(*) FILTER (WHERE endtime IS NOT NULL)::int AS num_executed_queries
    FROM laguna.query_log WHERE kind NOT IN ('DDL', 'UTILITY');

CREATE VIEW pg_catalog.stv_wlm_query_state AS
    SELECT xid, query::int AS task, query::int AS query, 100 AS service_class, 1 AS slot_count, starttime AS wlm_start_time,
        'Running'::char(16) AS state, 0::bigint AS queue_time,
        (extract(epoch FROM clock_timestamp() AT TIME ZONE 'UTC' - starttime) * 1000000)::bigint AS exec_time,
        'Normal'::char(20) AS query_priority
    FROM laguna.query_log WHERE laguna.sees(userid) AND endtime IS NULL AND kind NOT IN ('DDL', 'UTILITY');

-- No statement waits, so the queue's times are those of the statement.
CREATE VIEW pg_catalog.stl_wlm_query AS
    SELECT userid, xid::int AS xid, query::int AS task, query::int AS query, 100 AS service_class, 1 AS slot_count,
        starttime AS service_class_start_time, starttime AS queue_start_time, starttime AS queue_end_time,
        0::bigint AS total_queue_time, starttime AS exec_start_time, endtime AS exec_end_time,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS total_exec_time, endtime AS service_class_end_time,
        CASE WHEN error IS NULL AND NOT aborted THEN 'Completed' ELSE 'Evicted' END::char(16) AS final_state,
        NULL::bigint AS est_peak_mem, 'Normal'::char(20) AS query_priority, 'Default queue'::char(64) AS service_class_name
    FROM laguna.query_log WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind NOT IN ('DDL', 'UTILITY');

-- What is not measured is null.
CREATE VIEW pg_catalog.svl_query_metrics_summary AS
    SELECT userid, query::int AS query, 100 AS service_class, NULL::bigint AS query_cpu_time,
        NULL::bigint AS query_blocks_read, extract(epoch FROM endtime - starttime)::bigint AS query_execution_time,
        NULL::numeric(38,2) AS query_cpu_usage_percent, NULL::bigint AS query_temp_blocks_to_disk,
        extract(epoch FROM endtime - starttime)::bigint AS segment_execution_time, NULL::numeric(38,2) AS cpu_skew,
        NULL::numeric(38,2) AS io_skew, NULL::bigint AS scan_row_count, NULL::bigint AS join_row_count,
        NULL::bigint AS nested_loop_join_row_count, rows AS return_row_count,
        (SELECT sum(s.scanned_rows)::bigint FROM laguna.external_scan s WHERE s.query = q.query) AS spectrum_scan_row_count,
        (SELECT sum(s.scanned_bytes)::bigint / 1048576 FROM laguna.external_scan s WHERE s.query = q.query)
            AS spectrum_scan_size_mb,
        0::bigint AS query_queue_time, 'Default queue'::char(64) AS service_class_name
    FROM laguna.query_log q WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind NOT IN ('DDL', 'UTILITY');

-- A statement is one step here: the one that returns its rows.
CREATE VIEW pg_catalog.svl_query_summary AS
    SELECT userid, query::int AS query, 0 AS stm, 0 AS seg, 0 AS step,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS maxtime,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS avgtime, coalesce(rows, 0) AS rows,
        coalesce(bytes, 0) AS bytes, NULL::double precision AS rate_row, NULL::double precision AS rate_byte,
        'return'::text AS label, 'f'::char(1) AS is_diskbased, 0::bigint AS workmem, 'f'::char(1) AS is_rrscan,
        'f'::char(1) AS is_delayed_scan, 0::bigint AS rows_pre_filter
    FROM laguna.query_log WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind NOT IN ('DDL', 'UTILITY');

CREATE VIEW pg_catalog.stl_alert_event_log AS
    SELECT 0 AS userid, 0 AS query, 0 AS slice, 0 AS segment, 0 AS step, 0 AS pid, 0::bigint AS xid,
        ''::char(1024) AS event, ''::char(1024) AS solution, NULL::timestamp AS event_time
    WHERE false;

-- The columns' names of PostgreSQL 8 beside those of today.
CREATE VIEW laguna.pg_stat_activity AS
    SELECT a.*, a.pid AS procpid, a.query AS current_query FROM pg_catalog.pg_stat_activity a
    WHERE a.backend_type = 'client backend' AND a.usename <> 'rdsdb';

-- Roles without those of PostgreSQL's and of Laguna's own.
CREATE VIEW laguna.pg_roles AS
    SELECT rolname, laguna.is_superuser(oid) AS rolsuper, rolinherit, rolcreaterole, rolcreatedb, false AS rolcatupdate,
        rolcanlogin, rolreplication, rolconnlimit, rolpassword, rolvaliduntil, rolbypassrls, rolconfig, oid
    FROM pg_catalog.pg_roles WHERE rolname NOT IN ('laguna', 'rdsdb') AND rolname !~ '^(pg_|sys:)';
CREATE VIEW laguna.pg_auth_members AS
    SELECT m.* FROM pg_catalog.pg_auth_members m WHERE m.roleid IN (SELECT oid FROM laguna.pg_roles);
CREATE VIEW laguna.pg_extension AS SELECT * FROM pg_catalog.pg_extension WHERE extname = 'plpgsql';
CREATE VIEW laguna.pg_default_acl AS
    SELECT d.*, d.defaclrole AS defacluser FROM pg_catalog.pg_default_acl d;
CREATE VIEW laguna.pg_locks AS
    SELECT l.*, l.transactionid AS transaction FROM pg_catalog.pg_locks l
    WHERE l.pid IN (SELECT pid FROM laguna.pg_stat_activity);
GRANT SELECT ON laguna.pg_default_acl, laguna.pg_locks, laguna.pg_stat_activity, laguna.pg_roles, laguna.pg_auth_members, laguna.pg_extension TO PUBLIC;

CREATE VIEW pg_catalog.pg_class_info AS
    SELECT c.*, NULL::timestamp AS relcreationtime, c.reldiststyle AS releffectivediststyle FROM laguna.pg_class c;
CREATE VIEW pg_catalog.pg_attribute_info AS SELECT * FROM laguna.pg_attribute;
-- The tables that snapshots leave out.
CREATE VIEW pg_catalog.pg_conf AS
    SELECT format('pg_class_backup_%s_%s', d.oid, t.relation)::varchar(256) AS key, 'NO'::varchar(256) AS value
    FROM laguna.table_record t JOIN pg_catalog.pg_database d ON d.datname = current_database() WHERE NOT t.backup;
CREATE VIEW pg_catalog.pg_library AS
    SELECT ''::name AS name, 0::oid AS language_oid, 0 AS file_store_id, 0 AS owner WHERE false;

-- An item of an ACL with the grantee's user or group apart, as PostgreSQL 8 makes it.
CREATE FUNCTION pg_catalog.makeaclitem(grantee int, grantee_group int, grantor int, privilege text, grantable boolean)
    RETURNS aclitem LANGUAGE sql IMMUTABLE RETURN
    pg_catalog.makeaclitem(
        (CASE WHEN grantee <> 0 THEN grantee ELSE grantee_group END)::oid, grantor::oid, privilege, grantable);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['stv_slices', 'stv_blocklist', 'svv_diskusage', 'stv_wlm_service_class_config', 'stv_wlm_classification_config',
        'stv_wlm_service_class_state', 'stv_wlm_query_state', 'stl_wlm_query', 'svl_query_metrics_summary', 'svl_query_summary',
        'stl_alert_event_log', 'pg_class_info', 'pg_attribute_info', 'pg_conf', 'pg_library'] LOOP
        EXECUTE format('GRANT SELECT ON pg_catalog.%I TO PUBLIC', name);
    END LOOP;
END $$;
RESET allow_system_table_mods;
