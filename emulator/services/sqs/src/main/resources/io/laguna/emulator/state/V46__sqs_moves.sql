-- The tasks that move dead letters back to where they came from, or to another queue. See docs/decisions/0041-messages.md.

create table sqs_move (
    task        uuid primary key,
    source      bigint not null references sqs_queue on delete cascade,
    -- The ARN of the queue that gets the messages; null where each goes to its own.
    destination text,
    -- The most messages a second; null for as many as can be.
    rate        integer,
    status      text not null,
    moved       bigint not null default 0,
    total       bigint not null,
    started_at  timestamptz not null,
    failure     text
);

create unique index sqs_move_active on sqs_move (source) where status in ('RUNNING', 'CANCELLING');
