-- Parameters with their history. See docs/decisions/0032-secrets.md.

create table ssm_parameter (
    id      bigint generated always as identity primary key,
    account text not null,
    region  text not null,
    name    text not null,
    unique (account, region, name)
);

create table ssm_version (
    parameter       bigint not null references ssm_parameter on delete cascade,
    version         bigint not null,
    type            text not null,
    -- Sealed where the type is SecureString.
    value           text not null,
    key_id          text,
    description     text,
    allowed_pattern text,
    tier            text not null,
    data_type       text not null,
    modified_at     timestamptz not null,
    primary key (parameter, version)
);

-- A label is at one version of a parameter at a time.
create table ssm_label (
    parameter bigint not null,
    label     text not null,
    version   bigint not null,
    primary key (parameter, label),
    foreign key (parameter, version) references ssm_version on delete cascade
);

create table ssm_tag (
    parameter bigint not null references ssm_parameter on delete cascade,
    key       text not null,
    value     text not null,
    primary key (parameter, key)
);
