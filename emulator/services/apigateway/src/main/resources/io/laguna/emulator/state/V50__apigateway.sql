-- APIs and what they are made of. See docs/decisions/0043-api-gateway.md.

create table apigateway_api (
    id         text primary key,
    account    text not null,
    region     text not null,
    kind       text not null check (kind in ('HTTP', 'REST')),
    -- What GetApi or GetRestApi answers, as JSON of the SDK's own type.
    definition text not null
);
create index on apigateway_api (account, region, kind);

-- Routes, integrations, resources with their methods, stages, deployments, and the copy of the API that is deployed.
create table apigateway_part (
    api        text not null references apigateway_api on delete cascade,
    kind       text not null,
    id         text not null,
    definition text not null,
    primary key (api, kind, id)
);
