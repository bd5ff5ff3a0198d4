-- External schemas, in the database that they are schemas of: a snapshot has them, and DROP SCHEMA drops them.

CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA laguna;

-- kind: 1 Data Catalog, as svv_external_schemas.eskind has it. A row whose schema is gone means nothing.
CREATE TABLE laguna.external_schema (
    oid oid PRIMARY KEY,
    kind integer NOT NULL,
    database text NOT NULL,
    role text NOT NULL,
    options text NOT NULL
);

-- What the Data Catalog says of the tables of external schemas, each time that a system view of them is asked.
CREATE TABLE laguna.external_table (
    schemaname text NOT NULL,
    tablename text NOT NULL,
    tabletype text NOT NULL,
    location text,
    input_format text,
    output_format text,
    serialization_lib text,
    serde_parameters text,
    compressed integer NOT NULL,
    parameters text,
    PRIMARY KEY (schemaname, tablename)
);

CREATE TABLE laguna.external_column (
    schemaname text NOT NULL,
    tablename text NOT NULL,
    columnname text NOT NULL,
    external_type text NOT NULL,
    columnnum integer NOT NULL,
    part_key integer NOT NULL,
    PRIMARY KEY (schemaname, tablename, columnname)
);

CREATE TABLE laguna.external_partition (
    schemaname text NOT NULL,
    tablename text NOT NULL,
    "values" text NOT NULL,
    location text,
    input_format text,
    output_format text,
    serialization_lib text,
    serde_parameters text,
    compressed integer NOT NULL,
    parameters text,
    PRIMARY KEY (schemaname, tablename, "values")
);

-- The queries of files that sessions have caused, by the session's process: what they have read, and when.
CREATE TABLE laguna.external_scan (
    pid integer NOT NULL,
    starttime timestamp NOT NULL,
    endtime timestamp NOT NULL,
    external_table_name text NOT NULL,
    file_format text NOT NULL,
    is_partitioned boolean NOT NULL,
    scanned_rows bigint NOT NULL,
    scanned_bytes bigint NOT NULL,
    returned_rows bigint NOT NULL,
    files bigint NOT NULL
);

GRANT SELECT ON laguna.external_schema, laguna.external_table, laguna.external_column, laguna.external_partition,
    laguna.external_scan TO PUBLIC;

-- Records that a schema is external. Only its owner can say so, and only of an empty one.
CREATE FUNCTION laguna.record_external_schema(schema name, kind integer, database text, role text, options text)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_namespace n
        WHERE n.nspname = schema AND pg_has_role(session_user, n.nspowner, 'USAGE')
            AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid)
    ) THEN
        RAISE EXCEPTION 'must be owner of schema %', schema USING ERRCODE = '42501';
    END IF;
    INSERT INTO laguna.external_schema
        SELECT n.oid, $2, $3, $4, $5 FROM pg_namespace n WHERE n.nspname = schema
        ON CONFLICT DO NOTHING;
END
$$;

-- Makes a schema, as whoever calls it, and records that it is external.
CREATE FUNCTION laguna.create_external_schema(schema name, kind integer, database text, role text, options text)
    RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('CREATE SCHEMA %I', schema);
    PERFORM laguna.record_external_schema(schema, kind, database, role, options);
END
$$;
