-- Applications and job runs of EMR Serverless. See docs/decisions/0014-emr-serverless.md.

create table serverless_application (
    id           text primary key,
    account      text not null,
    region       text not null,
    state        text not null,
    -- The application as JSON of the SDK's own type, but for its state and tags.
    definition   text not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    -- Since when it has started and no run has ended. Null until it has started.
    idle_since   timestamptz,
    client_token text,
    -- The request it was created by, to tell a repeated one from another one under its token.
    request      text not null,
    unique (account, region, client_token)
);

create table serverless_job_run (
    id           text primary key,
    application  text not null references serverless_application,
    created_at   timestamptz not null,
    -- The latest one.
    attempt      integer not null,
    client_token text,
    request      text not null,
    unique (application, client_token)
);
create index on serverless_job_run (application, created_at, id);

create table serverless_attempt (
    job_run text not null references serverless_job_run,
    attempt integer not null,
    state   text not null,
    mode    text not null,
    -- The job run in this attempt as JSON of the SDK's own type, but for its tags.
    run     text not null,
    -- Spark's id of its application: local-…. Null until it is known.
    spark   text,
    primary key (job_run, attempt)
);
create index on serverless_attempt (state);

create table serverless_tag (
    resource text not null,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);
