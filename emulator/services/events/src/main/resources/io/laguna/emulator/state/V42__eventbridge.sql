-- Event buses, rules and their targets; what is on its way to targets is in the queue "events" of deliveries. See docs/decisions/0041-messages.md.

create table events_bus (
    id          bigint generated always as identity primary key,
    account     text not null,
    region      text not null,
    name        text not null,
    description text,
    policy      text,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    unique (account, region, name)
);

create table events_rule (
    id          bigint generated always as identity primary key,
    bus         bigint not null references events_bus on delete cascade,
    name        text not null,
    pattern     text,
    schedule    text,
    description text,
    role        text,
    enabled     boolean not null,
    created_at  timestamptz not null,
    -- When the schedule is due; null for a rule without one.
    next_at     timestamptz,
    unique (bus, name)
);

create table events_target (
    rule       bigint not null references events_rule on delete cascade,
    id         text not null,
    number     bigint generated always as identity,
    -- The target as JSON in AWS's own shape.
    definition text not null,
    primary key (rule, id)
);

-- Tags of buses and of rules, by their ARNs.
create table events_tag (
    resource text not null,
    key      text not null,
    value    text not null,
    primary key (resource, key)
);
