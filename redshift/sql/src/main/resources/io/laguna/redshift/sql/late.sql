-- Views without schema binding: each is a view of PostgreSQL's that depends on nothing, bound to what its names mean, and
-- bound again when a definition changes that. While they mean nothing, the view says so when it is asked.
-- https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_VIEW.html
CREATE TABLE laguna.late_views (
    view oid PRIMARY KEY,
    columns text[] NOT NULL,
    query text NOT NULL,
    bound boolean NOT NULL DEFAULT false);
CREATE TABLE laguna.late_view_uses (view oid NOT NULL, relation oid NOT NULL);
GRANT SELECT ON laguna.late_views, laguna.late_view_uses TO PUBLIC;

CREATE FUNCTION laguna.missing(message text) RETURNS SETOF boolean LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = message, ERRCODE = '42P01';
END $$;

-- Puts another query into a view, whose owner and privileges stay.
CREATE FUNCTION laguna.replace_late_view(of_view oid, head text, body text) RETURNS oid LANGUAGE plpgsql AS $$
DECLARE
    named text := of_view::regclass::text;
    owned oid;
    granted aclitem[];
    made oid;
BEGIN
    SELECT relowner, relacl INTO owned, granted FROM pg_class WHERE oid = of_view;
    EXECUTE 'DROP VIEW ' || named;
    EXECUTE 'CREATE VIEW ' || named || head || ' AS ' || body;
    made := named::regclass;
    EXECUTE format('ALTER VIEW %s OWNER TO %I', named, owned::regrole::name);
    UPDATE pg_class SET relacl = granted WHERE oid = made;
    UPDATE laguna.late_views SET view = made WHERE view = of_view;
    DELETE FROM laguna.late_view_uses WHERE view = of_view;
    INSERT INTO laguna.late_view_uses
    SELECT DISTINCT made, d.refobjid FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
    WHERE r.ev_class = made AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> made;
    DELETE FROM pg_depend d USING pg_rewrite r
    WHERE r.ev_class = made AND d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.deptype = 'n'
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> made;
    RETURN made;
END $$;

CREATE FUNCTION laguna.bind_late_view(of_view oid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    late laguna.late_views;
    head text;
    message text;
    made oid;
    stub text;
BEGIN
    SELECT * INTO late FROM laguna.late_views WHERE view = of_view;
    head := CASE WHEN late.columns = '{}' THEN '' ELSE (
        SELECT ' (' || string_agg(quote_ident(c), ', ') || ')' FROM unnest(late.columns) c) END;
    BEGIN
        made := laguna.replace_late_view(of_view, head, late.query);
        UPDATE laguna.late_views SET bound = true WHERE view = made;
        RETURN;
    EXCEPTION WHEN OTHERS THEN
        message := SQLERRM;
    END;
    SELECT string_agg(format('NULL::%s AS %I', format_type(atttypid, atttypmod), attname), ', ' ORDER BY attnum) INTO stub
    FROM pg_attribute WHERE attrelid = of_view AND attnum > 0;
    made := laguna.replace_late_view(of_view, '', format('SELECT %s FROM laguna.missing(%L)', stub, message));
    UPDATE laguna.late_views SET bound = false WHERE view = made;
END $$;

CREATE FUNCTION laguna.record_late_view(of_view oid, names text[], body text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET allow_system_table_mods = on SET search_path = pg_catalog AS $$
BEGIN
    IF strpos(body, ';') > 0 OR NOT pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = of_view), 'USAGE') THEN
        RAISE EXCEPTION 'permission denied' USING ERRCODE = '42501';
    END IF;
    INSERT INTO laguna.late_views VALUES (of_view, names, body);
    PERFORM set_config('laguna.binding', 'on', true);
    PERFORM laguna.bind_late_view(of_view);
    PERFORM set_config('laguna.binding', '', true);
END $$;

-- CREATE VIEW … WITH NO SCHEMA BINDING, of a name in quotes.
CREATE FUNCTION laguna.create_late_view(named text, replaces boolean, names text[], body text) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    IF replaces THEN
        EXECUTE 'DROP VIEW IF EXISTS ' || named;
    END IF;
    EXECUTE 'CREATE VIEW ' || named || ' AS SELECT NULL::text AS unbound FROM laguna.missing(''The view is not bound'')';
    PERFORM laguna.record_late_view(named::regclass, names, body);
END $$;

REVOKE EXECUTE ON FUNCTION laguna.replace_late_view, laguna.bind_late_view FROM PUBLIC;

-- Definitions change what names mean: those that a view uses are looked up again, and so are all that meant nothing.
CREATE FUNCTION laguna.bind_late_views(changed oid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET allow_system_table_mods = on SET search_path = pg_catalog AS $$
DECLARE
    v oid;
BEGIN
    PERFORM set_config('laguna.binding', 'on', true);
    FOR v IN SELECT view FROM laguna.late_views l
        WHERE (NOT bound OR EXISTS (SELECT FROM laguna.late_view_uses u WHERE u.view = l.view AND u.relation = ANY (changed)))
            AND EXISTS (SELECT FROM pg_class WHERE oid = l.view) LOOP
        PERFORM laguna.bind_late_view(v);
    END LOOP;
    PERFORM set_config('laguna.binding', '', true);
END $$;
CREATE FUNCTION laguna.forget_late_views() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DELETE FROM laguna.late_view_uses WHERE view NOT IN (SELECT oid FROM pg_class);
    DELETE FROM laguna.late_views WHERE view NOT IN (SELECT oid FROM pg_class);
$$;
CREATE FUNCTION laguna.after_definition() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('laguna.binding', true) = 'on' OR NOT EXISTS (SELECT FROM laguna.late_views) THEN
        RETURN;
    END IF;
    IF tg_event = 'sql_drop' THEN
        PERFORM laguna.forget_late_views();
        PERFORM laguna.bind_late_views(ARRAY(
            SELECT objid FROM pg_event_trigger_dropped_objects() WHERE classid = 'pg_class'::regclass));
    ELSE
        PERFORM laguna.bind_late_views(ARRAY(
            SELECT objid FROM pg_event_trigger_ddl_commands() WHERE classid = 'pg_class'::regclass));
    END IF;
END $$;
CREATE EVENT TRIGGER laguna_late_views ON ddl_command_end
    WHEN tag IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'CREATE VIEW', 'CREATE MATERIALIZED VIEW',
        'CREATE FOREIGN TABLE', 'ALTER TABLE', 'ALTER VIEW', 'ALTER SCHEMA')
    EXECUTE FUNCTION laguna.after_definition();
CREATE EVENT TRIGGER laguna_late_views_drop ON sql_drop EXECUTE FUNCTION laguna.after_definition();

CREATE FUNCTION pg_catalog.pg_get_late_binding_view_cols() RETURNS SETOF record LANGUAGE sql STABLE AS $$
    SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)::varchar, a.attnum::int
    FROM laguna.late_views l JOIN pg_class c ON c.oid = l.view JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE l.bound AND a.attnum > 0 AND NOT a.attisdropped ORDER BY n.nspname, c.relname, a.attnum
$$;
