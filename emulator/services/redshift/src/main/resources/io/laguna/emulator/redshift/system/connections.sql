-- The log of a cluster's connections, and the views of it. It is run in a template database, and on clusters that have it not.
SET allow_system_table_mods = on;

-- A client that has been let in, and its end. Superusers alone see it.
CREATE TABLE laguna.connection_log (
    sessionid text NOT NULL,
    pid int NOT NULL,
    userid int NOT NULL,
    user_name text NOT NULL,
    database text NOT NULL,
    remotehost text NOT NULL,
    remoteport text NOT NULL,
    encrypted boolean NOT NULL,
    application_name text NOT NULL,
    driver_version text NOT NULL,
    os_version text NOT NULL,
    plugin_name text NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp,
    PRIMARY KEY (sessionid)
);

CREATE VIEW pg_catalog.stl_sessions AS
    SELECT userid, starttime, endtime, pid AS process, user_name::char(50) AS user_name, database::char(50) AS db_name,
        0 AS timeout_sec, 0 AS timed_out
    FROM laguna.connection_log WHERE laguna.sees(userid) AND endtime IS NOT NULL;

CREATE VIEW pg_catalog.sys_session_history AS
    SELECT userid AS user_id, pid AS session_id, database::char(128) AS database_name,
        CASE WHEN endtime IS NULL THEN 'active' ELSE 'closed' END::char(16) AS status, 0 AS session_timeout,
        starttime AS start_time, endtime AS end_time
    FROM laguna.connection_log WHERE laguna.sees(userid);

-- An authentication that has failed is not in it: nobody was let in.
CREATE VIEW pg_catalog.stl_connection_log AS
    SELECT e.event::char(50) AS event, e.recordtime, l.remotehost::char(45) AS remotehost, l.remoteport::char(32) AS remoteport,
        l.pid, l.database::char(50) AS dbname, l.user_name::char(50) AS username, 'password'::char(32) AS authmethod,
        e.duration, CASE WHEN l.encrypted THEN 'TLS' ELSE '' END::char(50) AS sslversion, ''::char(128) AS sslcipher, 0 AS mtu,
        ''::char(64) AS sslcompression, ''::char(64) AS sslexpansion, ''::char(36) AS iamauthguid,
        CASE WHEN e.event = 'set application_name' THEN l.application_name ELSE '' END::char(250) AS application_name,
        l.os_version::char(64) AS os_version, l.driver_version::char(64) AS driver_version, l.plugin_name::char(32) AS plugin_name,
        0 AS protocol_version, l.sessionid::char(36) AS sessionid, ''::char(8) AS compression
    FROM laguna.connection_log l CROSS JOIN LATERAL (VALUES
        ('authenticated', l.starttime, 0::bigint),
        ('initiating session', l.starttime, 0),
        ('set application_name', CASE WHEN l.application_name <> '' THEN l.starttime END, 0),
        ('disconnecting session', l.endtime, (extract(epoch FROM l.endtime - l.starttime) * 1000000)::bigint)
    ) e(event, recordtime, duration)
    WHERE e.recordtime IS NOT NULL AND pg_has_role('sys:superuser', 'MEMBER');

CREATE VIEW pg_catalog.sys_connection_log AS
    SELECT event, recordtime AS record_time, remotehost AS remote_host, remoteport AS remote_port, pid AS session_id,
        dbname AS database_name, username AS user_name, authmethod AS auth_method, duration, sslversion AS ssl_version,
        sslcipher AS ssl_cipher, mtu, sslcompression AS ssl_compression, sslexpansion AS ssl_expansion,
        iamauthguid AS iam_auth_guid, application_name, driver_version, os_version, plugin_name, protocol_version,
        sessionid AS global_session_id
    FROM pg_catalog.stl_connection_log;

GRANT SELECT ON pg_catalog.stl_sessions, pg_catalog.sys_session_history, pg_catalog.stl_connection_log, pg_catalog.sys_connection_log
    TO PUBLIC;

RESET allow_system_table_mods;
