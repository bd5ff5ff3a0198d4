-- Users, groups, roles, policies and what belongs to them. See docs/decisions/0040-iam.md.

create table iam_entity (
    id          bigint generated always as identity primary key,
    account     text not null,
    -- USER, GROUP, ROLE, POLICY, PROFILE, OIDC, SAML
    kind        text not null,
    name        text not null,
    -- The name in small letters: names differ by more than their case.
    folded      text not null,
    path        text not null,
    unique_id   text not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    description text,
    -- Of a role, its trust policy; of a provider, what it is made of.
    document    text,
    -- The longest session of a role, in seconds.
    session     integer,
    -- The number of a policy's latest version: a number is never given twice.
    latest      integer not null default 1,
    -- The ARN of the permissions boundary.
    boundary    text,
    -- When somebody last worked as this role, where, as far as it has been noted.
    used_at     timestamptz,
    used_region text,
    unique (account, kind, folded)
);

create table iam_version (
    policy     bigint not null references iam_entity on delete cascade,
    number     integer not null,
    document   text not null,
    is_default boolean not null,
    created_at timestamptz not null,
    primary key (policy, number)
);

-- The policies that are part of a user, a group or a role.
create table iam_inline (
    entity   bigint not null references iam_entity on delete cascade,
    name     text not null,
    document text not null,
    primary key (entity, name)
);

-- The managed policies of a user, a group or a role, by their ARNs: those of AWS are in no table.
create table iam_attachment (
    entity bigint not null references iam_entity on delete cascade,
    policy text not null,
    number bigint generated always as identity,
    primary key (entity, policy)
);
create index iam_attachment_policy on iam_attachment (policy);

-- Users in groups, and roles in instance profiles.
create table iam_member (
    container bigint not null references iam_entity,
    member    bigint not null references iam_entity,
    primary key (container, member)
);
create index iam_member_member on iam_member (member);

create table iam_key (
    id           text primary key,
    owner        bigint not null references iam_entity,
    sealed       text not null,
    active       boolean not null,
    created_at   timestamptz not null,
    used_at      timestamptz,
    used_service text,
    used_region  text
);
create index iam_key_owner on iam_key (owner);

-- Logins of the console, which is not here: no password is kept.
create table iam_login (
    owner      bigint primary key references iam_entity,
    created_at timestamptz not null,
    must_reset boolean not null
);

create table iam_tag (
    entity bigint not null references iam_entity on delete cascade,
    key    text not null,
    value  text not null,
    primary key (entity, key)
);

create table iam_account (
    account         text primary key,
    alias           text,
    password_policy text,
    created_at      timestamptz not null
);

-- Deletions of service-linked roles, which are over when they are answered.
create table iam_deletion (
    id      text primary key,
    account text not null
);
