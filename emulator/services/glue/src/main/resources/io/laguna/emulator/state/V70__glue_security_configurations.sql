-- Security configurations of Glue, which jobs and crawlers name.

create table glue_security_configuration (
    account       text not null,
    region        text not null,
    name          text not null,
    -- The configuration as JSON of the SDK's own type.
    configuration text not null,
    primary key (account, region, name)
);
