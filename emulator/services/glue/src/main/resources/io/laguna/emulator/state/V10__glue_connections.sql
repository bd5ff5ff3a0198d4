-- Connections of Glue. See docs/decisions/0030-connections.md.

create table glue_connection (
    account text not null,
    region  text not null,
    name    text not null,
    -- The connection as JSON of the SDK's own type, sealed as a whole: any of its properties may be a secret.
    sealed  text not null,
    primary key (account, region, name)
);
