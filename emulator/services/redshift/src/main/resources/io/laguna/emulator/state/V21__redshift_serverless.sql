-- What Redshift Serverless knows. Shapes are JSON of the SDK's own types; ports, credentials and tags are in Redshift's tables.

create table redshift_namespace (
    -- The folder of its data.
    id       uuid primary key,
    account  text not null,
    region   text not null,
    name     text not null,
    status   text not null,
    shape    text not null,
    -- The digest of the admin's password that the engine is to be told, sealed. Null when it has been told.
    password text,
    -- The snapshot that its data are to be made of. Null when they have been made, and for a namespace that is new.
    snapshot uuid,
    unique (account, region, name)
);

create table redshift_workgroup (
    id        uuid primary key,
    account   text not null,
    region    text not null,
    name      text not null,
    namespace uuid not null unique references redshift_namespace,
    status    text not null,
    port      integer not null references redshift_port,
    shape     text not null,
    unique (account, region, name)
);

create table redshift_serverless_snapshot (
    -- The folder of the copy.
    id        uuid primary key,
    account   text not null,
    region    text not null,
    name      text not null,
    namespace uuid not null,
    status    text not null,
    shape     text not null,
    unique (account, region, name)
);

create table redshift_usage_limit (
    id      uuid primary key,
    account text not null,
    region  text not null,
    shape   text not null
);
