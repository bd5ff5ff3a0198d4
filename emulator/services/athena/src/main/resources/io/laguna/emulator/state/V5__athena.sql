-- What Athena keeps for its users: workgroups and what is in them, data catalogs, capacity reservations. Definitions are
-- JSON of the SDK's own types. Queries are in a migration of their own.

create table athena_workgroup (
    account    text not null,
    region     text not null,
    name       text not null,
    definition text not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (account, region, name)
);

create table athena_named_query (
    id           text primary key,
    account      text not null,
    region       text not null,
    workgroup    text not null,
    definition   text not null,
    -- The token of the request that created it, and that request: the same again is not another query.
    client_token text,
    request      text not null,
    unique (account, region, client_token),
    foreign key (account, region, workgroup) references athena_workgroup on delete cascade
);
create index on athena_named_query (account, region, workgroup);

create table athena_prepared_statement (
    account    text not null,
    region     text not null,
    workgroup  text not null,
    name       text not null,
    definition text not null,
    primary key (account, region, workgroup, name),
    foreign key (account, region, workgroup) references athena_workgroup on delete cascade
);

-- AwsDataCatalog has no row: it is always there.
create table athena_data_catalog (
    account    text not null,
    region     text not null,
    name       text not null,
    definition text not null,
    primary key (account, region, name)
);

create table athena_capacity_reservation (
    account     text not null,
    region      text not null,
    name        text not null,
    definition  text not null,
    -- The workgroups that are assigned to it.
    assignments text not null,
    primary key (account, region, name)
);

-- The resource is an ARN: it says account and region.
create table athena_tag (
    resource text not null,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);
