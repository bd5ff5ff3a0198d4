-- What Amazon Redshift knows. See docs/decisions/0035-redshift-clusters.md. Shapes are JSON of the SDK's own types.

-- The ports of clusters and workgroups, which keep theirs as long as they live.
create table redshift_port (
    port      integer primary key,
    namespace uuid not null unique
);

create table redshift_cluster (
    -- The folder of its data, and the last part of its ClusterNamespaceArn.
    namespace  uuid primary key,
    account    text not null,
    region     text not null,
    identifier text not null,
    position   bigint generated always as identity,
    status     text not null,
    port       integer not null references redshift_port,
    -- The Cluster as DescribeClusters answers it, without its tags.
    shape      text not null,
    -- The digest of a master password that the engine is to be told, sealed. Null when it has been told.
    password   text,
    -- The snapshot that its data are to be made of. Null when they have been made, and for a cluster that is new.
    snapshot   uuid,
    -- The name that it is to have. Null unless it is renaming.
    renamed    text,
    unique (account, region, identifier)
);

create table redshift_snapshot (
    -- The folder of the copy.
    id         uuid primary key,
    account    text not null,
    region     text not null,
    identifier text not null,
    position   bigint generated always as identity,
    status     text not null,
    -- The cluster or, for the copy of a snapshot, the snapshot whose data it is a copy of.
    source     uuid not null,
    shape      text not null,
    unique (account, region, identifier)
);

-- Temporary credentials of GetClusterCredentials.
create table redshift_credential (
    namespace   uuid not null,
    -- As the client says it, with its prefix: IAM:admin.
    user_name   text not null,
    -- MD5 of password and user name, in hex.
    digest      text not null,
    role        text not null,
    -- The one database they are good for. Null for all.
    database    text,
    auto_create boolean not null,
    -- Names between commas.
    groups      text not null,
    expires_at  timestamptz not null,
    primary key (namespace, user_name, digest)
);

-- Parameter groups, subnet groups, security groups, logging statuses …: what is kept under a name.
create table redshift_resource (
    account  text not null,
    region   text not null,
    kind     text not null,
    name     text not null,
    position bigint generated always as identity,
    shape    text not null,
    primary key (account, region, kind, name)
);

create table redshift_tag (
    resource text not null,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);

create table redshift_event (
    account     text not null,
    region      text not null,
    position    bigint generated always as identity primary key,
    happened_at timestamptz not null,
    shape       text not null
);
create index on redshift_event (account, region, happened_at);
