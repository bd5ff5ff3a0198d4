-- Topics and subscriptions; what is on its way to subscribers is in the queue "sns" of deliveries. See docs/decisions/0041-messages.md.

create table sns_topic (
    id         bigint generated always as identity primary key,
    account    text not null,
    region     text not null,
    name       text not null,
    created_at timestamptz not null,
    unique (account, region, name)
);

-- What was set; an attribute that is not here has its default.
create table sns_topic_attribute (
    topic bigint not null references sns_topic on delete cascade,
    key   text not null,
    value text not null,
    primary key (topic, key)
);

create table sns_tag (
    topic bigint not null references sns_topic on delete cascade,
    key   text not null,
    value text not null,
    primary key (topic, key)
);

create table sns_subscription (
    id        uuid primary key,
    number    bigint generated always as identity,
    topic     bigint not null references sns_topic on delete cascade,
    owner     text not null,
    protocol  text not null,
    endpoint  text not null,
    -- Null once the subscriber has confirmed that it wants the messages.
    token     text,
    unique (topic, protocol, endpoint)
);

create table sns_subscription_attribute (
    subscription uuid not null references sns_subscription on delete cascade,
    key          text not null,
    value        text not null,
    primary key (subscription, key)
);

-- The messages of FIFO topics that were published in the last five minutes.
create table sns_deduplication (
    topic         bigint not null references sns_topic on delete cascade,
    scope         text not null,
    deduplication text not null,
    message       uuid not null,
    sequence      text not null,
    published_at  timestamptz not null,
    primary key (topic, scope, deduplication)
);

create sequence sns_sequence;
