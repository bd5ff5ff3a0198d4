-- What services have promised to deliver to others: written with the change that asks for it, deleted when it has arrived.

create table delivery (
    number   bigint generated always as identity primary key,
    -- Who delivers it.
    queue    text not null,
    -- Those of one key are delivered one after another; one without a key waits for no other.
    key      text,
    body     text not null,
    -- How often it has been tried and has not arrived.
    attempts integer not null default 0,
    made_at  timestamptz not null,
    due_at   timestamptz not null
);
create index on delivery (queue, due_at, number);
create index on delivery (queue, key, number) where key is not null;
