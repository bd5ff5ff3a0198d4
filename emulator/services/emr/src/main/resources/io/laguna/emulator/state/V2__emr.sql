-- What Amazon EMR knows. See docs/decisions/0013-emr.md. Shapes are JSON of the SDK's own types.

create table emr_cluster (
    id         text primary key,
    account    text not null,
    region     text not null,
    position   bigint generated always as identity,
    state      text not null,
    created_at timestamptz not null,
    -- Since when it has had nothing to do. Null while it starts, works or ends.
    idle_since timestamptz,
    -- The RunJobFlow request as it was given.
    request    text not null,
    -- The Cluster as DescribeCluster answers it.
    cluster    text not null
);
create index on emr_cluster (account, region, position);

create table emr_step (
    id       text primary key,
    cluster  text not null references emr_cluster on delete cascade,
    position bigint generated always as identity,
    state    text not null,
    step     text not null
);
create index on emr_step (cluster, position);

-- An instance group or an instance fleet.
create table emr_instance_collection (
    id       text primary key,
    cluster  text not null references emr_cluster on delete cascade,
    position bigint generated always as identity,
    kind     text not null check (kind in ('GROUP', 'FLEET')),
    shape    text not null
);
create index on emr_instance_collection (cluster, position);

-- An instance as it was asked for.
create table emr_instance (
    id            text primary key,
    ec2_id        text not null,
    collection    text not null references emr_instance_collection on delete cascade,
    position      bigint generated always as identity,
    market        text not null,
    instance_type text not null,
    created_at    timestamptz not null,
    -- When a resize ended it. Null as long as it lives with its cluster.
    ended_at      timestamptz
);
create index on emr_instance (collection, position);

-- Managed scaling and auto-termination.
create table emr_policy (
    cluster text not null references emr_cluster on delete cascade,
    kind    text not null check (kind in ('MANAGED_SCALING', 'AUTO_TERMINATION')),
    policy  text not null,
    primary key (cluster, kind)
);

create table emr_security_configuration (
    account       text not null,
    region        text not null,
    name          text not null,
    position      bigint generated always as identity,
    configuration text not null,
    created_at    timestamptz not null,
    primary key (account, region, name)
);

create table emr_block_public_access (
    account       text not null,
    region        text not null,
    configuration text not null,
    metadata      text not null,
    primary key (account, region)
);

create table emr_persistent_app_ui (
    id      text primary key,
    account text not null,
    region  text not null,
    ui      text not null
);
