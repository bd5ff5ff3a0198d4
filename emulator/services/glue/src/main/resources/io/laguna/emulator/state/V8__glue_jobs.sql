-- Jobs of Glue, their runs and bookmarks. See docs/decisions/0028-glue-jobs.md.

create table glue_job (
    account    text not null,
    region     text not null,
    name       text not null,
    -- What a script sees as JOB_ID: j_….
    id         text not null,
    created_at timestamptz not null,
    -- The job as JSON of the SDK's own type, without its tags.
    definition text not null,
    -- The request it was created by, to tell a repeated one from another one. Null once the job was updated.
    request    text,
    primary key (account, region, name)
);

create table glue_job_run (
    id         text primary key,
    account    text not null,
    region     text not null,
    job        text not null,
    -- In the order of their starts.
    number     bigint generated always as identity,
    state      text not null,
    -- The run as JSON of the SDK's own type.
    run        text not null,
    -- The job's id and definition when the run was started: a later update does not change the run.
    job_id     text not null,
    definition text not null,
    -- When its driver began. Null until then.
    running_at timestamptz
);
create index on glue_job_run (account, region, job, number);
create index on glue_job_run (state);

create table glue_job_bookmark (
    account      text not null,
    region       text not null,
    job          text not null,
    version      integer not null,
    run          integer not null,
    attempt      integer not null,
    -- The last run that committed; empty after a reset.
    run_id       text not null,
    previous_run text not null,
    -- The contexts' states as JSON.
    bookmark     text not null,
    primary key (account, region, job)
);

-- A bookmark as a run left it: where a job can be rewound to, or paused from.
create table glue_job_bookmark_of_run (
    account      text not null,
    region       text not null,
    job          text not null,
    run_id       text not null,
    version      integer not null,
    run          integer not null,
    attempt      integer not null,
    previous_run text not null,
    bookmark     text not null,
    primary key (account, region, job, run_id)
);
