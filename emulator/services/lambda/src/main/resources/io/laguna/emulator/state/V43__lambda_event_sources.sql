-- Queues from which functions get their events.

create table lambda_event_source (
    id            uuid primary key,
    account       text not null,
    region        text not null,
    -- The ARN of the queue.
    source        text not null,
    -- The ARN of the function, with the version or the alias that is meant. The function may be gone.
    function      text not null,
    -- Whether it is to be enabled, or stays so.
    wanted        boolean not null,
    -- The state, which follows: Creating, Enabling, Enabled, Disabling, Disabled, Updating, Deleting.
    state         text not null,
    -- The rest of it, as the SDK's shape in JSON.
    configuration text not null,
    unique (account, region, source, function)
);

create table lambda_event_source_tag (
    event_source uuid not null references lambda_event_source on delete cascade,
    key          text not null,
    value        text not null,
    primary key (event_source, key)
);
