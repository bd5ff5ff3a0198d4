-- The events of all services, each written in the transaction of the change that it tells of.

create table event_outbox (
    number       bigint generated always as identity primary key,
    -- What whoever gets it twice knows it by.
    id           uuid not null,
    source       text not null,
    detail_type  text not null,
    account      text not null,
    region       text not null,
    occurred_at  timestamptz not null,
    resources    text[] not null,
    detail       text not null,
    -- Null until everybody who listens has it.
    delivered_at timestamptz
);
create index on event_outbox (number) where delivered_at is null;
