-- Statements of the Redshift Data API. See docs/decisions/0038-redshift-data.md.

create table redshiftdata_statement (
    id           uuid primary key,
    number       bigint generated always as identity,
    account      text not null,
    region       text not null,
    name         text,
    -- One of the two is there. A workgroup is a name or an ARN.
    cluster      text,
    workgroup    text,
    database     text not null,
    -- Who logs in: a user, the user in a secret, or the caller if both are null.
    db_user      text,
    secret       text,
    is_batch     boolean not null,
    -- JSON or CSV.
    format       text not null,
    session      uuid,
    -- How long the session is kept that the statement begins or goes on with.
    keep_alive   integer,
    with_event   boolean not null,
    -- The request's parameters, as JSON.
    parameters   text not null,
    token        text,
    -- The whole request: the same token comes with the same request.
    request      text not null,
    status       text not null,
    error        text,
    -- The session's process in the cluster.
    pid          bigint,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    unique (account, region, token)
);

create index redshiftdata_statement_running on redshiftdata_statement (status)
    where status in ('SUBMITTED', 'PICKED', 'STARTED');

-- The SQL of a statement: one text, or those of a batch in their order.
create table redshiftdata_sql (
    statement   uuid not null references redshiftdata_statement on delete cascade,
    number      integer not null,
    sql         text not null,
    status      text not null,
    error       text,
    updated_at  timestamptz not null,
    -- In nanoseconds, -1 before the end.
    duration    bigint not null default -1,
    query       bigint not null default 0,
    rows        bigint not null default -1,
    size        bigint not null default -1,
    -- The columns of its result as JSON, null where there is none.
    columns     text,
    primary key (statement, number)
);
