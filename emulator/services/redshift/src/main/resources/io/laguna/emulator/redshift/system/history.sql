-- What has happened in a cluster: statements, loads, unloads, external scans. The tables are in the schema laguna, and are
-- written by Laguna's own superuser alone; everybody reads the views of Redshift on them, in which users find their own rows
-- and superusers all. Times are UTC, as Redshift's are. It is run in a template database, after records.sql.
SET allow_system_table_mods = on;

-- It has no query in it: PostgreSQL then puts it into the views' own, and calls nothing for each row.
CREATE FUNCTION laguna.sees(owner int) RETURNS boolean LANGUAGE sql STABLE RETURN
    pg_catalog.pg_has_role('sys:superuser', 'MEMBER')
    OR owner = pg_catalog.to_regrole(pg_catalog.quote_ident(current_user))::oid::int;

-- The numbers of statements, by the block, of all the cluster: those of the database postgres are used.
CREATE SEQUENCE laguna.query_ids START 1000 INCREMENT 1000;

-- A statement of a client. One that runs has no end.
CREATE TABLE laguna.query_log (
    query bigint PRIMARY KEY,
    userid int NOT NULL,
    user_name text NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    database text NOT NULL,
    -- What SET query_group has said.
    label text NOT NULL DEFAULT 'default',
    text text NOT NULL,
    -- SELECT, INSERT, UPDATE, DELETE, COPY, UNLOAD, DDL, UTILITY, CTAS, CALL, OTHER …
    kind text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp,
    -- Whether a user has cancelled it, or it has failed.
    aborted boolean NOT NULL DEFAULT false,
    error text,
    rows bigint,
    bytes bigint
);
CREATE INDEX query_log_of_session ON laguna.query_log (pid, query);
CREATE INDEX query_log_by_time ON laguna.query_log (starttime);

-- A COPY, whether it has succeeded or not.
CREATE TABLE laguna.load_log (
    query bigint PRIMARY KEY,
    userid int NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    database text NOT NULL,
    table_id int NOT NULL,
    table_name text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    -- completed, aborted or failed.
    status text NOT NULL,
    data_source text NOT NULL,
    file_format text NOT NULL,
    loaded_rows bigint NOT NULL DEFAULT 0,
    loaded_bytes bigint NOT NULL DEFAULT 0,
    source_file_count int NOT NULL DEFAULT 0,
    source_file_bytes bigint NOT NULL DEFAULT 0,
    error_count int NOT NULL DEFAULT 0,
    error text
);

-- A file that a COPY has read.
CREATE TABLE laguna.load_file (
    query bigint NOT NULL,
    userid int NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    slice int NOT NULL DEFAULT 0,
    filename text NOT NULL,
    file_format text NOT NULL,
    bytes bigint NOT NULL DEFAULT 0,
    lines_scanned bigint NOT NULL DEFAULT 0,
    errors int NOT NULL DEFAULT 0,
    curtime timestamp NOT NULL,
    -- Whether the COPY has committed.
    committed boolean NOT NULL DEFAULT true
);
CREATE INDEX load_file_of_query ON laguna.load_file (query);

-- A row that a COPY could not read.
CREATE TABLE laguna.load_error (
    query bigint NOT NULL,
    userid int NOT NULL,
    slice int NOT NULL DEFAULT 0,
    tbl int NOT NULL,
    starttime timestamp NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    database text NOT NULL,
    filename text NOT NULL,
    line_number bigint NOT NULL,
    colname text NOT NULL DEFAULT '',
    type text NOT NULL DEFAULT '',
    col_length text NOT NULL DEFAULT '',
    position int NOT NULL DEFAULT 0,
    raw_line text NOT NULL DEFAULT '',
    raw_field_value text NOT NULL DEFAULT '',
    err_code int NOT NULL,
    err_reason text NOT NULL
);
CREATE INDEX load_error_of_query ON laguna.load_error (query);

-- A value of such a row, up to the one that could not be read.
CREATE TABLE laguna.load_error_detail (
    query bigint NOT NULL,
    userid int NOT NULL,
    slice int NOT NULL DEFAULT 0,
    pid int NOT NULL,
    filename text NOT NULL,
    line_number bigint NOT NULL,
    field int NOT NULL,
    colname text NOT NULL,
    value text,
    type text NOT NULL,
    col_length text NOT NULL
);
CREATE INDEX load_error_detail_of_query ON laguna.load_error_detail (query);

-- A text in which ACCEPTINVCHARS has replaced characters.
CREATE TABLE laguna.load_replacement (
    query bigint NOT NULL,
    userid int NOT NULL,
    slice int NOT NULL DEFAULT 0,
    tbl int NOT NULL,
    starttime timestamp NOT NULL,
    pid int NOT NULL,
    filename text NOT NULL,
    line_number bigint NOT NULL,
    colname text NOT NULL,
    raw_line text NOT NULL
);
CREATE INDEX load_replacement_of_query ON laguna.load_replacement (query);

-- An UNLOAD.
CREATE TABLE laguna.unload_log (
    query bigint PRIMARY KEY,
    userid int NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    database text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    status text NOT NULL,
    file_format text NOT NULL,
    compression text NOT NULL DEFAULT '',
    location text NOT NULL,
    rows bigint NOT NULL DEFAULT 0,
    files int NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    error text
);

-- A file that an UNLOAD has written.
CREATE TABLE laguna.unload_file (
    query bigint NOT NULL,
    userid int NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    slice int NOT NULL DEFAULT 0,
    path text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    line_count bigint NOT NULL,
    transfer_size bigint NOT NULL,
    file_format text NOT NULL
);
CREATE INDEX unload_file_of_query ON laguna.unload_file (query);

-- A scan of an external table.
CREATE TABLE laguna.external_scan (
    query bigint NOT NULL,
    userid int NOT NULL,
    pid int NOT NULL,
    xid bigint NOT NULL DEFAULT 0,
    segment int NOT NULL DEFAULT 0,
    step int NOT NULL DEFAULT 0,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    aborted boolean NOT NULL DEFAULT false,
    schema_name text NOT NULL,
    table_name text NOT NULL,
    location text NOT NULL DEFAULT '',
    file_format text NOT NULL,
    partitioned boolean NOT NULL,
    nested boolean NOT NULL DEFAULT false,
    scanned_rows bigint NOT NULL,
    scanned_bytes bigint NOT NULL,
    returned_rows bigint NOT NULL,
    returned_bytes bigint NOT NULL DEFAULT 0,
    files int NOT NULL,
    total_partitions int NOT NULL DEFAULT 0,
    qualified_partitions int NOT NULL DEFAULT 0,
    text text NOT NULL DEFAULT ''
);
CREATE INDEX external_scan_of_query ON laguna.external_scan (query);

-- A message about a scan, of which a client gets the beginning alone.
CREATE TABLE laguna.external_message (
    query bigint NOT NULL,
    userid int NOT NULL,
    pid int NOT NULL,
    segment int NOT NULL DEFAULT 0,
    step int NOT NULL DEFAULT 0,
    slice int NOT NULL DEFAULT 0,
    eventtime timestamp NOT NULL,
    message text NOT NULL
);

-- Returns the parts of a text, which the views show in rows of fixed length.
CREATE FUNCTION laguna.parts(whole text, size int) RETURNS TABLE (sequence int, text text)
    LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT n, substr(whole, n * size + 1, size) FROM generate_series(0, greatest(length(whole) - 1, 0) / size) n
$$;

CREATE VIEW pg_catalog.stl_query AS
    SELECT userid, query::int, label::char(320) AS label, xid, pid, database::char(32) AS database,
        text::char(4000) AS querytxt, starttime, endtime, aborted::int, 0 AS insert_pristine,
        0 AS concurrency_scaling_status
    FROM laguna.query_log
    WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind NOT IN ('DDL', 'UTILITY');

CREATE VIEW pg_catalog.stl_querytext AS
    SELECT userid, xid, pid, query::int, p.sequence, p.text::char(200) AS text
    FROM laguna.query_log q, laguna.parts(q.text, 200) p
    WHERE laguna.sees(userid) AND kind NOT IN ('DDL', 'UTILITY');

CREATE VIEW pg_catalog.stl_ddltext AS
    SELECT userid, xid, pid, label::char(320) AS label, starttime, endtime, p.sequence, p.text::char(200) AS text
    FROM laguna.query_log q, laguna.parts(q.text, 200) p
    WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind = 'DDL';

CREATE VIEW pg_catalog.stl_utilitytext AS
    SELECT userid, xid, pid, label::char(320) AS label, starttime, endtime, p.sequence, p.text::char(200) AS text
    FROM laguna.query_log q, laguna.parts(q.text, 200) p
    WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind = 'UTILITY';

CREATE VIEW pg_catalog.svl_statementtext AS
    SELECT userid, xid, pid, label::char(320) AS label, starttime, endtime, p.sequence,
        CASE WHEN kind IN ('DDL', 'UTILITY') THEN kind ELSE 'QUERY' END::varchar(10) AS type, p.text::char(200) AS text
    FROM laguna.query_log q, laguna.parts(q.text, 200) p
    WHERE laguna.sees(userid) AND endtime IS NOT NULL;

CREATE VIEW pg_catalog.svl_qlog AS
    SELECT userid, query::int, xid, pid, starttime, endtime,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS elapsed, aborted::int,
        label::char(320) AS label, left(text, 60)::char(60) AS substring, NULL::int AS source_query,
        'Ran on the main cluster'::text AS concurrency_scaling_status_txt, NULL::int AS from_sp_call
    FROM laguna.query_log
    WHERE laguna.sees(userid) AND endtime IS NOT NULL AND kind NOT IN ('DDL', 'UTILITY');

CREATE VIEW pg_catalog.stv_recents AS
    SELECT userid, CASE WHEN endtime IS NULL THEN 'Running' ELSE 'Done' END::char(20) AS status, starttime,
        (extract(epoch FROM coalesce(endtime, clock_timestamp() AT TIME ZONE 'UTC') - starttime) * 1000000)::bigint
            AS duration,
        user_name::char(50) AS user_name, database::char(50) AS db_name, text::char(600) AS query,
        CASE WHEN endtime IS NULL THEN pid ELSE -1 END AS pid
    FROM (SELECT *, row_number() OVER (ORDER BY query DESC) AS age FROM laguna.query_log) q
    WHERE laguna.sees(userid) AND (endtime IS NULL OR age <= 100);

CREATE VIEW pg_catalog.stv_inflight AS
    SELECT userid, 0 AS slice, query::int, label::char(320) AS label, xid, pid, starttime, text::char(100) AS text,
        0 AS suspended, 0 AS insert_pristine, 0 AS concurrency_scaling_status
    FROM laguna.query_log WHERE laguna.sees(userid) AND endtime IS NULL;

CREATE VIEW pg_catalog.stv_sessions AS
    SELECT (backend_start AT TIME ZONE 'UTC')::timestamp AS starttime, pid AS process, usename::char(50) AS user_name,
        datname::char(50) AS db_name, 0 AS timeout_sec
    FROM pg_catalog.pg_stat_activity
    WHERE backend_type = 'client backend' AND usename <> 'rdsdb' AND laguna.sees(usesysid::int);

CREATE VIEW pg_catalog.svv_transactions AS
    SELECT a.usename::text AS txn_owner, a.datname::text AS txn_db, coalesce(a.backend_xid::text::bigint, 0) AS xid, a.pid,
        (a.xact_start AT TIME ZONE 'UTC')::timestamp AS txn_start, l.mode AS lock_mode,
        CASE l.locktype WHEN 'virtualxid' THEN 'transactionid' ELSE l.locktype END AS lockable_object_type,
        l.relation::int AS relation, l.granted
    FROM pg_catalog.pg_stat_activity a JOIN pg_catalog.pg_locks l ON l.pid = a.pid
    WHERE a.backend_type = 'client backend' AND a.usename <> 'rdsdb' AND laguna.sees(a.usesysid::int);

CREATE VIEW pg_catalog.sys_query_history AS
    SELECT userid AS user_id, query AS query_id, label::char(320) AS query_label, xid AS transaction_id, pid AS session_id,
        database::char(128) AS database_name, kind::char(32) AS query_type,
        CASE WHEN endtime IS NULL THEN 'running' WHEN error IS NOT NULL THEN 'failed' WHEN aborted THEN 'canceled'
            ELSE 'success' END::char(10) AS status,
        false AS result_cache_hit, starttime AS start_time, endtime AS end_time,
        (extract(epoch FROM coalesce(endtime, clock_timestamp() AT TIME ZONE 'UTC') - starttime) * 1000000)::bigint
            AS elapsed_time,
        0::bigint AS queue_time,
        (extract(epoch FROM coalesce(endtime, clock_timestamp() AT TIME ZONE 'UTC') - starttime) * 1000000)::bigint
            AS execution_time,
        coalesce(error, '')::char(512) AS error_message, coalesce(rows, 0) AS returned_rows,
        coalesce(bytes, 0) AS returned_bytes, text::char(4000) AS query_text, 'Laguna'::char(256) AS redshift_version,
        NULL::char(150) AS usage_limit, 'primary'::varchar(32) AS compute_type, 0::bigint AS compile_time,
        0::bigint AS planning_time, 0::bigint AS lock_wait_time, NULL::int AS service_class_id,
        NULL::char(64) AS service_class_name, NULL::char(20) AS query_priority, 'false'::char(10) AS short_query_accelerated
    FROM laguna.query_log WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_query_text AS
    SELECT userid AS user_id, query AS query_id, xid AS transaction_id, pid AS session_id, starttime AS start_time,
        p.sequence, p.text::char(4000) AS text
    FROM laguna.query_log q, laguna.parts(q.text, 4000) p WHERE laguna.sees(userid);

-- A statement is one step here: the one that returns its rows.
CREATE VIEW pg_catalog.sys_query_detail AS
    SELECT userid AS user_id, query AS query_id, 1 AS child_query_sequence, 0 AS stream_id, 0 AS segment_id, 0 AS step_id,
        'return'::text AS step_name, 0 AS table_id, ''::char(136) AS table_name, 'f'::char(1) AS is_rrscan,
        starttime AS start_time, endtime AS end_time,
        (extract(epoch FROM coalesce(endtime, clock_timestamp() AT TIME ZONE 'UTC') - starttime) * 1000000)::bigint
            AS duration,
        ''::char(1024) AS alert, 0::bigint AS input_bytes, coalesce(rows, 0) AS input_rows,
        coalesce(bytes, 0) AS output_bytes, coalesce(rows, 0) AS output_rows, 0::bigint AS blocks_read,
        0::bigint AS blocks_write, 0::bigint AS local_read_io, 0::bigint AS remote_read_io, ''::text AS source,
        NULL::int AS data_skewness, NULL::int AS time_skewness, CASE WHEN endtime IS NULL THEN 't' ELSE 'f' END::char(1) AS is_active,
        NULL::bigint AS spilled_block_local_disk, NULL::bigint AS spilled_block_remote_disk, ''::char(64) AS step_attribute
    FROM laguna.query_log WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.stl_load_errors AS
    SELECT userid, slice, tbl, starttime, pid AS session, query::int, filename::char(256) AS filename, line_number,
        colname::char(127) AS colname, type::char(10) AS type, col_length::char(10) AS col_length, position,
        raw_line::char(1024) AS raw_line, raw_field_value::char(1024) AS raw_field_value, err_code,
        err_reason::char(100) AS err_reason, 0 AS is_partial, 0::bigint AS start_offset, -1::bigint AS copy_job_id
    FROM laguna.load_error WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.stl_loaderror_detail AS
    SELECT userid, slice, pid AS session, query::int, filename::char(256) AS filename, line_number, field,
        colname::char(1024) AS colname, coalesce(value, '')::char(1024) AS value, (value IS NULL)::int AS is_null,
        type::char(10) AS type, col_length::char(10) AS col_length
    FROM laguna.load_error_detail WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.stl_load_commits AS
    SELECT userid, query::int, slice, filename::char(256) AS name, filename::char(256) AS filename, 0 AS byte_offset,
        lines_scanned::int, errors, curtime, 1 AS status, file_format::char(16) AS file_format, 0 AS is_partial,
        0::bigint AS start_offset, -1::bigint AS copy_job_id
    FROM laguna.load_file WHERE laguna.sees(userid) AND committed;

CREATE VIEW pg_catalog.stl_replacements AS
    SELECT userid, query::int, slice, tbl, starttime, pid AS session, filename::char(256) AS filename, line_number,
        colname::char(127) AS colname, raw_line::char(1024) AS raw_line
    FROM laguna.load_replacement WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.stl_unload_log AS
    SELECT userid, query::int, slice, pid, path::char(1280) AS path, starttime AS start_time, endtime AS end_time,
        line_count, transfer_size, file_format::char(10) AS file_format
    FROM laguna.unload_file WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_load_history AS
    SELECT userid AS user_id, query AS query_id, xid AS transaction_id, pid AS session_id, database AS database_name,
        status, table_name, starttime AS start_time, endtime AS end_time,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration, data_source, file_format, loaded_rows,
        loaded_bytes, source_file_count, source_file_bytes, NULL::text AS file_count_scanned, error_count,
        -1::bigint AS copy_job_id, coalesce(error, '') AS error_message
    FROM laguna.load_log WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_load_detail AS
    SELECT userid AS user_id, query AS query_id, slice, pid AS session_id, xid AS transaction_id,
        filename::char(512) AS file_name, bytes AS bytes_scanned, lines_scanned, 1 AS splits_scanned,
        curtime AS record_time
    FROM laguna.load_file WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_load_error_detail AS
    SELECT userid AS user_id, query AS query_id, xid AS transaction_id, pid AS session_id, database::char(64) AS database_name,
        tbl AS table_id, starttime AS start_time, filename::char(256) AS file_name, line_number,
        colname::char(127) AS column_name, type::char(10) AS column_type, col_length::char(10) AS column_length, position,
        err_code AS error_code, err_reason::char(512) AS error_message
    FROM laguna.load_error WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_unload_history AS
    SELECT userid AS user_id, query AS query_id, xid AS transaction_id, pid AS session_id, database AS database_name,
        status, starttime AS start_time, endtime AS end_time,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration, file_format,
        compression AS compression_type, location AS unloaded_location, rows AS unloaded_rows,
        files::bigint AS unloaded_files_count, bytes AS unloaded_files_size, coalesce(error, '') AS error_message
    FROM laguna.unload_log WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_unload_detail AS
    SELECT userid AS user_id, query AS query_id, slice, pid AS session_id, xid AS transaction_id, path AS file_name,
        line_count AS row_count, transfer_size AS file_size, starttime AS start_time, endtime AS end_time, file_format
    FROM laguna.unload_file WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.svl_s3query_summary AS
    SELECT userid, query::int, xid, pid, segment, step, starttime, endtime,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS elapsed, aborted::int,
        ('S3 Scan ' || schema_name || '_' || table_name)::char(136) AS external_table_name, file_format::char(16) AS file_format,
        left(partitioned::text, 1)::char(1) AS is_partitioned, 'f'::char(1) AS is_rrscan,
        left(nested::text, 1)::char(1) AS is_nested, scanned_rows AS s3_scanned_rows, scanned_bytes AS s3_scanned_bytes,
        returned_rows AS s3query_returned_rows, returned_bytes AS s3query_returned_bytes, files,
        files AS files_max, files AS files_avg, files AS splits, files AS splits_max, files AS splits_avg,
        scanned_bytes AS total_split_size, scanned_bytes AS max_split_size, 0 AS total_retries, 0 AS max_retries,
        0 AS max_request_duration, 0 AS avg_request_duration, 1 AS max_request_parallelism,
        1::float8 AS avg_request_parallelism, 0 AS total_slowdown_count, 0 AS max_slowdown_count
    FROM laguna.external_scan WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.svl_s3log AS
    SELECT pid, query::int, segment, step, 0 AS node, slice, eventtime, message::char(512) AS message
    FROM laguna.external_message WHERE laguna.sees(userid);

CREATE VIEW pg_catalog.sys_external_query_detail AS
    SELECT userid AS user_id, query AS query_id, 1 AS child_query_sequence, xid AS transaction_id, segment AS segment_id,
        'S3'::char(32) AS source_type, starttime AS start_time, endtime AS end_time,
        (extract(epoch FROM endtime - starttime) * 1000000)::bigint AS duration, total_partitions, qualified_partitions,
        files AS scanned_files, returned_rows, returned_bytes, file_format::char(16) AS file_format, location AS file_location,
        text AS external_query_text, NULL::char(4000) AS warning_message, (schema_name || '.' || table_name)::char(136) AS table_name,
        scanned_rows, scanned_bytes
    FROM laguna.external_scan WHERE laguna.sees(userid);

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT viewname FROM pg_views
        WHERE schemaname = 'pg_catalog' AND viewname ~ '^(stl|stv|svl|svv|sys)_' LOOP
        EXECUTE format('GRANT SELECT ON pg_catalog.%I TO PUBLIC', name);
    END LOOP;
END $$;

RESET allow_system_table_mods;
