-- Queues and their messages. See docs/decisions/0041-messages.md.

create table sqs_queue (
    id         bigint generated always as identity primary key,
    account    text not null,
    region     text not null,
    name       text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    purged_at  timestamptz,
    unique (account, region, name)
);

-- What was set; an attribute that is not here has its default.
create table sqs_attribute (
    queue bigint not null references sqs_queue on delete cascade,
    key   text not null,
    value text not null,
    primary key (queue, key)
);

create table sqs_tag (
    queue bigint not null references sqs_queue on delete cascade,
    key   text not null,
    value text not null,
    primary key (queue, key)
);

create table sqs_message (
    id                bigint generated always as identity primary key,
    queue             bigint not null references sqs_queue on delete cascade,
    message           uuid not null,
    body              text not null,
    -- A JSON object each: name to type and value.
    attributes        text not null,
    system_attributes text not null,
    sender            text not null,
    sent_at           timestamptz not null,
    -- Until then nobody receives it: it is delayed, or in flight.
    visible_at        timestamptz not null,
    received          integer not null default 0,
    first_received_at timestamptz,
    -- What the latest receipt handle names; null while nobody has received it.
    receipt           uuid,
    -- The ReceiveRequestAttemptId of that receipt.
    attempt           text,
    message_group     text,
    deduplication     text,
    -- The ARN of the queue that it comes from, as a dead letter.
    source            text
);

create index sqs_message_of_queue on sqs_message (queue, id);
create index sqs_message_of_group on sqs_message (queue, message_group, id) where message_group is not null;

-- The messages of FIFO queues that were sent in the last five minutes, also those that are deleted since.
create table sqs_deduplication (
    queue         bigint not null references sqs_queue on delete cascade,
    -- The message's group where deduplication is by group, else empty.
    scope         text not null,
    deduplication text not null,
    message       uuid not null,
    sequence      text not null,
    sent_at       timestamptz not null,
    primary key (queue, scope, deduplication)
);
