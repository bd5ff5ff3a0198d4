-- Schedules, and every time that one of them was due. See docs/decisions/0015-scheduler.md.

create table scheduler_group (
    id           uuid primary key,
    account      text not null,
    region       text not null,
    name         text not null,
    client_token text,
    created_at   timestamptz not null,
    modified_at  timestamptz not null,
    unique (account, region, name)
);

create table scheduler_tag (
    schedule_group uuid not null references scheduler_group on delete cascade,
    key            text not null,
    value          text not null,
    primary key (schedule_group, key)
);

create table scheduler_schedule (
    id             uuid primary key,
    schedule_group uuid not null references scheduler_group on delete cascade,
    name           text not null,
    -- What GetSchedule answers, as JSON of the SDK's own type.
    definition     text not null,
    -- The token of the request that created it, and that request: the same again is not another schedule.
    client_token   text,
    request        text not null,
    enabled        boolean not null,
    -- From when a rate counts.
    counted_from   timestamptz not null,
    -- The first occurrence that has no row below. Null when none is left, or the schedule is disabled.
    next_at        timestamptz,
    unique (schedule_group, name)
);
create index on scheduler_schedule (next_at) where next_at is not null;

create table scheduler_occurrence (
    -- The execution id that the target sees.
    id           uuid primary key,
    schedule     uuid not null references scheduler_schedule on delete cascade,
    scheduled_at timestamptz not null,
    -- When it is tried next: within the flexible window, or after a failed attempt.
    due_at       timestamptz not null,
    -- BEGUN is committed before the target is called, what follows it after: a row that is found BEGUN at the opening
    -- is one during whose call Laguna ended.
    state        text not null check (state in ('PENDING', 'BEGUN', 'DONE', 'FAILED', 'MISSED')),
    attempt      integer not null default 0,
    reason       text,
    -- Never twice, whatever the clock does.
    unique (schedule, scheduled_at)
);
create index on scheduler_occurrence (due_at) where state = 'PENDING';
