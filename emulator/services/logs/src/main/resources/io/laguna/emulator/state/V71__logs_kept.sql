-- Metric filters and resource policies of CloudWatch Logs. Times are milliseconds since 1970.

create table logs_metric_filter (
    log_group bigint not null references logs_group on delete cascade,
    name      text not null,
    -- The filter as JSON of the SDK's own type.
    filter    text not null,
    primary key (log_group, name)
);

create table logs_resource_policy (
    account    text not null,
    region     text not null,
    name       text not null,
    document   text not null,
    updated_at bigint not null,
    primary key (account, region, name)
);
