-- Athena's queries, those that wait and run and those that have ended. See docs/decisions/0019-athena.md.

create table athena_query (
    id           text primary key,
    account      text not null,
    region       text not null,
    workgroup    text not null,
    -- As in the execution below, to look for it.
    state        text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    submitted_at timestamptz not null,
    completed_at timestamptz,
    client_token text,
    -- The request that it was submitted by: the same again is not another query.
    request      text not null,
    -- What GetQueryExecution answers, as JSON of the SDK's own type.
    execution    text not null,
    -- What it came to, as JSON of the SDK's own types. Null until it has succeeded.
    metadata     text,
    update_count bigint,
    -- What GetQueryRuntimeStatistics answers. Null until it has ended.
    statistics   text,
    unique (account, region, client_token),
    foreign key (account, region, workgroup) references athena_workgroup on delete cascade
);
create index on athena_query (account, region, workgroup, submitted_at desc, id);
create index on athena_query (state) where state in ('QUEUED', 'RUNNING');
