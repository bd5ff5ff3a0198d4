-- What the Glue Data Catalog knows and the Hive Metastore cannot hold. See docs/decisions/0011-glue-state.md.

-- One database, table or partition of the metastore, as long as it lives.
create table glue_entity (
    id            uuid primary key,
    kind          text not null check (kind in ('DATABASE', 'TABLE', 'PARTITION')),
    -- Where it was last seen in the metastore. A hint only: a table may be renamed through Hive.
    hive_database text not null,
    hive_table    text not null default '',
    hive_name     text not null default '',
    -- The metastore's own creation time of a table, in seconds since 1970. Null until it has been seen.
    hive_created  integer,
    -- The table of a partition.
    parent        uuid references glue_entity on delete cascade,
    created_at    timestamptz not null default clock_timestamp()
);
create index on glue_entity (hive_database, hive_table);
create index on glue_entity (parent);

-- An entity's definition at one time. The metastore's object names the one that holds by its pointer.
create table glue_revision (
    entity     uuid not null references glue_entity on delete cascade,
    version    bigint not null,
    pointer    text not null,
    -- The definition as Glue's clients see it, as JSON of the SDK's own type.
    given      text not null,
    -- The metastore's view of it right after it was written. Null until it has been read back.
    seen       text,
    written_at timestamptz not null default clock_timestamp(),
    primary key (entity, version)
);
create index on glue_revision (pointer, version);

create table glue_partition_index (
    entity     uuid not null references glue_entity on delete cascade,
    name       text not null,
    keys       text[] not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (entity, name)
);

-- Column statistics as they were given: the metastore dates them itself.
create table glue_column_statistics (
    entity         uuid not null references glue_entity on delete cascade,
    -- Hive's name of the partition; empty for statistics of the whole table.
    hive_partition text not null,
    hive_column    text not null,
    given          text not null,
    seen           text not null,
    primary key (entity, hive_partition, hive_column)
);

create table glue_tag (
    -- 'catalog', or the entity that is tagged.
    resource text not null,
    entity   uuid references glue_entity on delete cascade,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);

create table glue_resource_policy (
    resource   text primary key,
    policy     text not null,
    hash       text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
);

-- Settings of the whole catalog, each as JSON of the SDK's own type.
create table glue_setting (
    name       text primary key,
    value      text not null,
    written_at timestamptz not null default clock_timestamp()
);
