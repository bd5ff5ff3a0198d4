-- Classifiers of Glue's crawlers. See docs/decisions/0029-crawlers.md.

create table glue_classifier (
    account    text not null,
    region     text not null,
    name       text not null,
    -- The classifier as JSON of the SDK's own type.
    classifier text not null,
    primary key (account, region, name)
);
