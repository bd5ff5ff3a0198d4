-- Functions of AWS Lambda, their versions and what belongs to them. Configurations are the SDK's shapes as JSON.

create table lambda_function (
    id           bigint generated always as identity primary key,
    account      text not null,
    region       text not null,
    name         text not null,
    -- The last version that was published.
    last_version bigint not null default 0,
    -- Null where nothing is reserved.
    reserved     integer,
    unique (account, region, name)
);

create table lambda_version (
    function      bigint not null references lambda_function on delete cascade,
    -- 0 is $LATEST.
    number        bigint not null,
    configuration text not null,
    -- The variables of the environment, sealed; null without any.
    environment   text,
    -- The SHA-256 of the zip file, in hexadecimal digits.
    code          text not null,
    -- Those of its layers, which stay when a layer is deleted; with spaces between them.
    layers        text not null default '',
    primary key (function, number)
);

create table lambda_alias (
    function      bigint not null references lambda_function on delete cascade,
    name          text not null,
    configuration text not null,
    primary key (function, name)
);

create table lambda_permission (
    function  bigint not null references lambda_function on delete cascade,
    -- A version or an alias; empty for the function itself.
    qualifier text not null,
    sid       text not null,
    number    bigint generated always as identity,
    statement text not null,
    primary key (function, qualifier, sid)
);

create table lambda_policy_revision (
    function  bigint not null references lambda_function on delete cascade,
    qualifier text not null,
    revision  text not null,
    primary key (function, qualifier)
);

create table lambda_event_config (
    function      bigint not null references lambda_function on delete cascade,
    qualifier     text not null,
    configuration text not null,
    primary key (function, qualifier)
);

create table lambda_tag (
    function bigint not null references lambda_function on delete cascade,
    key      text not null,
    value    text not null,
    primary key (function, key)
);

create table lambda_layer (
    id           bigint generated always as identity primary key,
    account      text not null,
    region       text not null,
    name         text not null,
    -- Versions that were deleted never come again.
    last_version bigint not null default 0,
    unique (account, region, name)
);

create table lambda_layer_version (
    layer         bigint not null references lambda_layer,
    number        bigint not null,
    configuration text not null,
    code          text not null,
    primary key (layer, number)
);

create table lambda_layer_permission (
    layer     bigint not null,
    version   bigint not null,
    sid       text not null,
    number    bigint generated always as identity,
    statement text not null,
    primary key (layer, version, sid),
    foreign key (layer, version) references lambda_layer_version on delete cascade
);
