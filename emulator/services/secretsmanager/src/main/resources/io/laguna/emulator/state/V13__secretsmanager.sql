-- Secrets, their versions and the stages of these. See docs/decisions/0032-secrets.md.

create table secretsmanager_secret (
    id          bigint generated always as identity primary key,
    account     text not null,
    region      text not null,
    name        text not null,
    -- The six characters behind the name in the ARN: a secret made again has others.
    suffix      text not null,
    description text,
    -- What the user gave. The lake's own key seals the secret in any case.
    kms_key     text,
    policy      text,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    accessed_on date,
    -- When it was marked for deletion, and when it is deleted. Both null while it is not marked.
    deleted_at  timestamptz,
    purge_at    timestamptz,
    unique (account, region, name)
);

create table secretsmanager_version (
    secret      bigint not null references secretsmanager_secret on delete cascade,
    -- The client request token of the call that made it.
    id          text not null,
    number      bigint generated always as identity,
    created_at  timestamptz not null,
    accessed_on date,
    -- Whether the secret is bytes, which are sealed as Base64.
    is_binary   boolean not null,
    sealed      text not null,
    primary key (secret, id)
);

-- A stage is at one version of a secret at a time.
create table secretsmanager_stage (
    secret  bigint not null,
    stage   text not null,
    version text not null,
    primary key (secret, stage),
    foreign key (secret, version) references secretsmanager_version on delete cascade
);

create table secretsmanager_tag (
    secret bigint not null references secretsmanager_secret on delete cascade,
    key    text not null,
    value  text not null,
    primary key (secret, key)
);
