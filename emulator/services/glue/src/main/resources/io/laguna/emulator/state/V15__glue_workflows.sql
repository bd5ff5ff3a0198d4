-- Triggers, workflows and what they start. See docs/decisions/0031-workflows.md.

create table glue_trigger (
    account    text not null,
    region     text not null,
    name       text not null,
    -- The trigger as JSON of the SDK's own type, without its tags.
    definition text not null,
    -- The request it was created by, to tell a repeated one from another one. Null once it was updated.
    request    text,
    -- When an activated schedule is due next. Null for every other trigger.
    next_at    timestamptz,
    primary key (account, region, name)
);
create index on glue_trigger (next_at) where next_at is not null;

create table glue_workflow (
    account    text not null,
    region     text not null,
    name       text not null,
    -- The workflow as JSON of the SDK's own type, without its graph and its last run.
    definition text not null,
    primary key (account, region, name)
);

-- What one start has set going: a run of a workflow, or a trigger that belongs to none and all that follows from it.
create table glue_chain (
    -- wr_… of a workflow's run, ch_… of any other.
    id         text primary key,
    -- In the order of their starts.
    number     bigint generated always as identity,
    account    text not null,
    region     text not null,
    -- Null outside of workflows, and so are the two below.
    workflow   text,
    -- The run as JSON of the SDK's own type, without graph and statistics.
    run        text,
    -- The workflow's triggers when the run was started: a later change does not change the run.
    triggers   text,
    status     text not null,
    started_at timestamptz not null
);
create index on glue_chain (account, region, workflow, number);
create index on glue_chain (status);

-- A trigger fires once in a chain. The row is made in the transaction that has seen the end for which it fires.
create table glue_firing (
    chain    text not null references glue_chain on delete cascade,
    trigger  text not null,
    fired_at timestamptz not null,
    primary key (chain, trigger)
);

-- What a firing starts. The run of a job is made in the same transaction. A crawl is begun by a call after it: BEGUN is
-- committed before the call, so that a row that is found BEGUN at the opening is one during whose call Laguna ended.
create table glue_action (
    chain    text not null,
    trigger  text not null,
    position integer not null,
    kind     text not null check (kind in ('JOB', 'CRAWLER')),
    name     text not null,
    -- The first attempt of the job's run. Null for a crawl, and where no run could be made.
    run      text,
    state    text not null,
    error    text,
    begun_at timestamptz not null,
    -- The crawl as JSON of the SDK's own type.
    crawl    text,
    primary key (chain, trigger, position),
    foreign key (chain, trigger) references glue_firing on delete cascade
);
create index on glue_action (run);

-- Events that wait for others, until there are as many as their workflow's trigger wants or its window is over.
create table glue_workflow_event (
    account    text not null,
    region     text not null,
    workflow   text not null,
    event      text not null,
    number     bigint generated always as identity primary key,
    arrived_at timestamptz not null
);
