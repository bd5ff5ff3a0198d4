-- Groups, streams and events of CloudWatch Logs. Times are milliseconds since 1970.

create table logs_group (
    id           bigint generated always as identity primary key,
    account      text not null,
    region       text not null,
    name         text not null,
    created_at   bigint not null,
    -- Days; null for ever.
    retention    integer,
    class        text not null,
    stored_bytes bigint not null default 0,
    unique (account, region, name)
);

create table logs_stream (
    id             bigint generated always as identity primary key,
    log_group      bigint not null references logs_group on delete cascade,
    name           text not null,
    created_at     bigint not null,
    -- Null while the stream has no event.
    first_event    bigint,
    last_event     bigint,
    last_ingestion bigint,
    unique (log_group, name)
);

create table logs_event (
    stream     bigint not null references logs_stream on delete cascade,
    time       bigint not null,
    -- In the order of their arrival, over all streams.
    id         bigint generated always as identity,
    ingested   bigint not null,
    message    text not null,
    primary key (stream, time, id)
);

create table logs_tag (
    resource text not null,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);
