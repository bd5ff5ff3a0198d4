-- VACUUM and ANALYZE of a cluster's tables, and the views of what happens to its disk, its queue and its calls. It is run in a
-- template database, after admin.sql, and on clusters that have it not.
SET allow_system_table_mods = on;

-- What VACUUM or ANALYZE has done to a table. How it was before is not known: only its end is measured.
CREATE TABLE laguna.upkeep_log (
    userid int NOT NULL,
    xid bigint NOT NULL,
    pid int NOT NULL,
    database text NOT NULL,
    -- analyze, or what VACUUM has said: full, sort only, delete only, reindex, recluster.
    kind text NOT NULL,
    table_id int NOT NULL,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    rows bigint NOT NULL,
    blocks bigint NOT NULL
);
CREATE INDEX upkeep_log_by_time ON laguna.upkeep_log (starttime);

-- Records what the session's user has just done to a table, or to all that are theirs to keep.
CREATE FUNCTION laguna.upkeep(said text, named text, began timestamp) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO laguna.upkeep_log
        SELECT quote_ident(session_user)::regrole::oid::int, pg_current_xact_id()::text::bigint, pg_backend_pid(), current_database(),
            said, c.oid::int, n.nspname, c.relname, began, clock_timestamp() AT TIME ZONE 'UTC', laguna.row_count(c.oid),
            ceil(pg_total_relation_size(c.oid) / 1048576.0)::bigint
        FROM pg_class c JOIN laguna.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND (named IS NULL OR c.oid::text = named)
            AND (named IS NOT NULL OR n.nspname NOT IN ('pg_catalog', 'information_schema'))
            AND has_table_privilege(session_user, c.oid, 'MAINTAIN')
$$;

CREATE VIEW pg_catalog.stl_vacuum AS
    SELECT u.userid, u.xid, u.table_id, e.status::char(30) AS status, e.rows, NULL::int AS sortedrows, e.blocks::int AS blocks,
        NULL::int AS max_merge_partitions, e.eventtime, NULL::bigint AS reclaimable_rows, NULL::bigint AS reclaimable_space_mb,
        NULL::bigint AS cutoff_xid, (u.kind = 'recluster')::int AS is_recluster
    FROM laguna.upkeep_log u CROSS JOIN LATERAL (VALUES
        (CASE u.kind WHEN 'delete only' THEN 'Started Delete Only' WHEN 'sort only' THEN 'Started Sort Only'
            WHEN 'reindex' THEN 'Started Reindex' ELSE 'Started' END, u.starttime, NULL::bigint, NULL::bigint),
        ('Finished', u.endtime, u.rows, u.blocks)
    ) e(status, eventtime, rows, blocks)
    WHERE u.kind <> 'analyze' AND pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.svv_vacuum_summary AS
    SELECT table_name, xid, NULL::bigint AS sort_partitions, NULL::bigint AS merge_increments,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS elapsed_time, NULL::bigint AS row_delta,
        NULL::bigint AS sortedrow_delta, NULL::int AS block_delta, NULL::int AS max_merge_partitions
    FROM laguna.upkeep_log WHERE kind <> 'analyze' AND pg_has_role('sys:superuser', 'MEMBER');

-- A VACUUM that runs, or else the last one. Nothing tells how long it will take.
CREATE VIEW pg_catalog.svv_vacuum_progress AS
    (SELECT c.relname::text AS table_name, ('Vacuum ' || p.phase)::text AS status, NULL::text AS time_remaining_estimate
        FROM pg_catalog.pg_stat_progress_vacuum p JOIN pg_catalog.pg_class c ON c.oid = p.relid
        JOIN laguna.pg_namespace n ON n.oid = c.relnamespace
        WHERE p.datname = current_database() AND n.nspname <> 'pg_catalog' AND pg_has_role('sys:superuser', 'MEMBER')
    UNION ALL
    (SELECT table_name, 'Complete'::text, NULL::text FROM laguna.upkeep_log
        WHERE kind <> 'analyze' AND pg_has_role('sys:superuser', 'MEMBER') ORDER BY endtime DESC LIMIT 1))
    LIMIT 1;

CREATE VIEW pg_catalog.sys_vacuum_history AS
    SELECT userid AS user_id, xid AS transaction_id, NULL::bigint AS query_id, database AS database_name, schema_name, table_name,
        table_id, initcap(split_part(kind, ' ', 1)) AS vacuum_type, false AS is_automatic, 'Finished'::text AS status,
        starttime AS start_time, endtime AS end_time, endtime AS record_time, (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration,
        NULL::bigint AS rows_before_vacuum, NULL::bigint AS size_before_vacuum, NULL::bigint AS reclaimable_rows,
        NULL::bigint AS reclaimed_rows, NULL::bigint AS reclaimed_blocks, NULL::bigint AS sortedrows_before_vacuum,
        NULL::bigint AS sortedrows_after_vacuum
    FROM laguna.upkeep_log WHERE kind <> 'analyze' AND laguna.sees(userid);

CREATE VIEW pg_catalog.stl_analyze AS
    SELECT userid, xid, database::char(30) AS database, table_id, 'Full'::char(15) AS status, rows::float8 AS rows,
        NULL::float8 AS modified_rows, 10 AS threshold_percent, 'f'::char(1) AS is_auto, starttime, endtime,
        coalesce(lag(starttime) OVER (PARTITION BY table_id ORDER BY starttime), '2000-01-01'::timestamp) AS prevtime,
        0 AS num_predicate_cols, 0 AS num_new_predicate_cols, 'f'::char(1) AS is_background, ''::char(100) AS auto_analyze_phase,
        schema_name::char(128) AS schema_name, table_name::char(136) AS table_name
    FROM laguna.upkeep_log WHERE kind = 'analyze' AND pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.sys_analyze_history AS
    SELECT userid AS user_id, xid AS transaction_id, database AS database_name, schema_name, table_name, table_id,
        is_auto AS is_automatic, status, starttime AS start_time, endtime AS end_time, rows, modified_rows,
        threshold_percent AS analyze_threshold_percent, prevtime AS last_analyze_time
    FROM pg_catalog.stl_analyze;

-- The cluster's disk is the machine's, whose room the engine does not know.
CREATE VIEW pg_catalog.stv_partitions AS
    SELECT 0 AS owner, 0 AS host, 0 AS diskno, 0::bigint AS part_begin, NULL::bigint AS part_end,
        (SELECT ceil(sum(pg_catalog.pg_database_size(d.oid)) / 1048576.0)::int FROM laguna.pg_database d) AS used, 0 AS tossed,
        NULL::int AS capacity, NULL::bigint AS reads, NULL::bigint AS writes, NULL::int AS seek_forward, NULL::int AS seek_back,
        0 AS is_san, 0 AS failed, NULL::int AS mbps, 'data'::char(256) AS mount
    WHERE pg_has_role('sys:superuser', 'MEMBER');
CREATE VIEW pg_catalog.stv_node_storage_capacity AS
    SELECT 0 AS node, used, capacity FROM pg_catalog.stv_partitions;

CREATE VIEW pg_catalog.stv_locks AS
    SELECT l.relation::int AS table_id, NULL::timestamp AS last_commit, NULL::timestamp AS last_update,
        a.usesysid::bigint AS lock_owner, l.pid::bigint AS lock_owner_pid,
        (a.xact_start AT TIME ZONE 'UTC')::timestamp AS lock_owner_start_ts, NULL::timestamp AS lock_owner_end_ts,
        CASE WHEN l.granted THEN 'Holding write lock' ELSE 'Waiting for write lock' END::char(22) AS lock_status
    FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'm')
    JOIN laguna.pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    WHERE l.locktype = 'relation' AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND l.mode NOT IN ('AccessShareLock', 'RowShareLock', 'ShareLock') AND a.usename <> 'rdsdb'
        AND pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.svl_stored_proc_call AS
    SELECT userid, userid AS session_userid, query::int AS query, label::char(320) AS label, xid, pid, database::char(32) AS database,
        text::char(4000) AS querytxt, starttime, endtime, aborted::int AS aborted, NULL::int AS from_sp_call
    FROM laguna.query_log WHERE laguna.sees(userid) AND endtime IS NOT NULL AND text ~* '^(\s|--[^\n]*\n|/\*([^*]|\*[^/])*\*/)*call\s';
CREATE VIEW pg_catalog.sys_procedure_call AS
    SELECT session_userid AS session_user_id, userid AS security_user_id, query AS query_id, querytxt AS query_text,
        starttime AS start_time, endtime AS end_time, CASE WHEN aborted = 1 THEN 'canceled' ELSE 'success' END::char(10) AS status,
        from_sp_call AS caller_procedure_query_id
    FROM pg_catalog.svl_stored_proc_call;

CREATE VIEW pg_catalog.svl_user_info AS
    SELECT usename::name AS usename, usesysid, usecreatedb, usesuper, usecatupd, useconnlimit::text AS useconnlimit,
        syslogaccess::text AS syslogaccess, last_ddl_ts, sessiontimeout, external_user_id::char(128) AS external_id
    FROM pg_catalog.pg_user_info WHERE pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.svv_query_inflight AS
    SELECT i.userid, i.slice, i.query, i.pid, i.starttime, i.suspended, t.text, t.sequence
    FROM pg_catalog.stv_inflight i JOIN pg_catalog.stl_querytext t ON t.query = i.query;

CREATE VIEW pg_catalog.svl_s3partition AS
    SELECT query::int AS query, segment, 0 AS node, 0 AS slice, starttime, endtime,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration, total_partitions, qualified_partitions,
        qualified_partitions AS assigned_partitions, 'd'::char(1) AS assignment
    FROM laguna.external_scan WHERE laguna.sees(userid) AND partitioned;
CREATE VIEW pg_catalog.svl_s3partition_summary AS
    SELECT query, segment, assignment, starttime AS min_starttime, endtime AS max_endtime, duration AS min_duration,
        duration AS max_duration, duration AS avg_duration, total_partitions, qualified_partitions,
        assigned_partitions AS min_assigned_partitions, assigned_partitions AS max_assigned_partitions,
        assigned_partitions AS avg_assigned_partitions
    FROM pg_catalog.svl_s3partition;

-- What does not happen here has no rows: no statement waits in the queue, nothing is compiled, nothing is done by rules of the
-- queue, and what is refused (datashares, models, policies, quotas) is not there. A row of the list is a view and
-- its columns.
DO $$
DECLARE
    said text[];
BEGIN
    FOREACH said SLICE 1 IN ARRAY ARRAY[
        ['stl_restarted_sessions', 'currenttime timestamp, dbname char(50), newpid int, oldpid int, username char(50), remotehost char(45), remoteport char(32), parkedtime timestamp, session_vars char(2000)'],
        ['stl_wlm_error', 'userid int, recordtime timestamp, pid int, error_string char(256)'],
        ['stl_wlm_rule_action', 'userid int, query int, service_class int, rule char(256), action char(256), recordtime timestamp, action_value char(256), service_class_name char(64)'],
        ['stv_wlm_query_queue_state', 'service_class int, position int, task int, query int, slot_count int, start_time timestamp, queue_time bigint'],
        ['svl_query_queue_info', 'database text, query int, xid bigint, userid int, querytxt text, queue_start_time timestamp, exec_start_time timestamp, service_class int, slots int, queue_elapsed bigint, exec_elapsed bigint, wlm_total_elapsed bigint, commit_queue_elapsed bigint, commit_exec_time bigint, service_class_name char(64)'],
        ['stl_schema_quota_violations', 'userid int, xid bigint, pid int, timestamp timestamp, schema_id int, schema_name char(128), quota bigint, disk_usage bigint'],
        ['stl_sshclient_error', 'userid int, query int, slice int, recordtime timestamp, pid int, ssh_username char(1024), endpoint char(1024), command char(4096), error char(1024)'],
        ['stl_analyze_compression', 'userid int, start_time timestamp, xid bigint, tbl int, tablename char(128), col int, old_encoding char(15), new_encoding char(15), mode char(14), best_compression_encoding char(15), recommended_encoding char(15)'],
        ['svl_compile', 'userid int, xid bigint, pid int, query int, segment int, locus int, starttime timestamp, endtime timestamp, compile int'],
        ['svl_s3retries', 'query int, segment int, node int, slice int, eventtime timestamp, retries int, successful_fetches int, file_size bigint, location text, message char(512)'],
        ['svl_auto_worker_action', 'table_id int, type text, status text, eventtime timestamp, sequence int, previous_state text'],
        ['svv_alter_table_recommendations', 'type char(30), database char(128), table_id int, group_id int, ddl char(1024), auto_eligible char(1)'],
        ['svv_datashares', 'share_name varchar(256), share_id int, share_owner int, source_database varchar(256), consumer_database varchar(256), share_type varchar(8), createdate timestamp, is_publicaccessible boolean, share_acl varchar(256), producer_account varchar(16), producer_namespace varchar(64), managed_by varchar(64)'],
        ['svv_datashare_objects', 'share_type varchar(8), share_name varchar(256), object_type varchar(64), object_name varchar(512), producer_account varchar(16), producer_namespace varchar(64), include_new boolean'],
        ['svv_datashare_consumers', 'share_name varchar(256), consumer_account varchar(16), consumer_namespace varchar(64), share_date timestamp, consumer_region varchar(64)'],
        ['svv_datashare_privileges', 'datashare_name text, datashare_type text, producer_account text, producer_namespace text, privilege_type text, identity_id int, identity_name text, identity_type text, admin_option boolean'],
        ['svv_rls_policy', 'poldb text, polname text, polalias text, polatts text, polqual text, polenabled boolean, polmodifiedby text, polmodifiedtime timestamp'],
        ['svv_rls_attached_policy', 'relschema text, relname text, relkind text, polname text, grantor text, grantee text, granteekind text, is_pol_on boolean, is_rls_on boolean, rls_conjunction_type char(3)'],
        ['svv_rls_relation', 'datname text, relschema text, relname text, relkind text, is_rls_on boolean, is_rls_datashare_on boolean, rls_conjunction_type char(3), rls_datashare_conjunction_type char(3)'],
        ['svv_masking_policy', 'policy_database text, policy_name text, input_columns text, policy_expression text, policy_modified_by text, policy_modified_time timestamp'],
        ['svv_attached_masking_policy', 'policy_name text, schema_name text, table_name text, table_type text, grantor text, grantee text, grantee_type text, priority int, input_columns text, output_columns text'],
        ['svv_ml_model_info', 'schema_name char(128), user_name char(128), model_name char(128), life_cycle char(20), is_refreshable int, model_state char(128)'],
        ['stv_ml_model_info', 'schema_name char(128), user_name char(128), model_name char(128), life_cycle char(20), is_refreshable int, model_state char(128)'],
        ['svv_ml_model_privileges', 'namespace_name text, model_name text, model_version int, privilege_type text, identity_id int, identity_name text, identity_type text, admin_option boolean'],
        ['svv_identity_providers', 'uid int, name text, type text, instanceid text, namespc text, params text, enabled boolean'],
        ['svv_integration', 'integration_id char(128), target_database char(128), source char(128), state char(128), current_lag bigint, last_replicated_checkpoint char(128), total_tables_replicated int, total_tables_failed int, creation_time timestamp, refresh_interval int, source_database char(128), is_history_mode boolean, query_all_states boolean'],
        ['svv_system_privileges', 'system_privilege text, identity_id int, identity_name text, identity_type text'],
        ['svv_iam_privileges', 'iam_arn text, command_type text, identity_id int, identity_name text, identity_type text'],
        ['sys_schema_quota_violations', 'user_id int, transaction_id bigint, session_id int, timestamp timestamp, schema_id int, schema_name char(128), quota bigint, disk_usage bigint'],
        ['sys_auto_table_optimization', 'user_id int, database_name text, schema_name text, table_name text, table_id int, alter_table_type text, status text, event_time timestamp, alter_from text']
    ] LOOP
        EXECUTE format('CREATE VIEW pg_catalog.%I AS SELECT %s WHERE false', said[1], (
            SELECT string_agg(format('NULL::%s AS %I', substr(c, strpos(c, ' ') + 1), split_part(c, ' ', 1)), ', ' ORDER BY place)
            FROM regexp_split_to_table(said[2], ', ') WITH ORDINALITY AS t(c, place)));
        EXECUTE format('GRANT SELECT ON pg_catalog.%I TO PUBLIC', said[1]);
    END LOOP;
END $$;

GRANT SELECT ON pg_catalog.stl_vacuum, pg_catalog.svv_vacuum_summary, pg_catalog.svv_vacuum_progress, pg_catalog.sys_vacuum_history,
    pg_catalog.stl_analyze, pg_catalog.sys_analyze_history, pg_catalog.stv_partitions, pg_catalog.stv_node_storage_capacity,
    pg_catalog.stv_locks, pg_catalog.svl_stored_proc_call, pg_catalog.sys_procedure_call, pg_catalog.svl_user_info,
    pg_catalog.svv_query_inflight, pg_catalog.svl_s3partition, pg_catalog.svl_s3partition_summary TO PUBLIC;

RESET allow_system_table_mods;
