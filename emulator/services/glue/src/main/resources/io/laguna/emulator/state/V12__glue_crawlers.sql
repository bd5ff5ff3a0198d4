-- Crawlers of Glue and their crawls. See docs/decisions/0029-crawlers.md.

create table glue_crawler (
    account text not null,
    region  text not null,
    name    text not null,
    -- The crawler as JSON of the SDK's own type, without its tags.
    crawler text not null,
    -- When its schedule is due next. Null where it has none, or the schedule is stopped.
    next_at timestamptz,
    primary key (account, region, name)
);
create index on glue_crawler (next_at);

create table glue_crawl (
    id      text primary key,
    account text not null,
    region  text not null,
    crawler text not null,
    -- In the order of their starts.
    number  bigint generated always as identity,
    state   text not null,
    -- The crawl as JSON of the SDK's own type.
    history text not null,
    -- The crawler when the crawl was started: a later update does not change the crawl.
    definition text not null,
    -- What the crawl changes in the catalog, written before the first change: tables before and after, and why. Null until
    -- everything has been looked at.
    journal text,
    -- How many tables were created, updated and deleted.
    created integer not null default 0,
    updated integer not null default 0,
    deleted integer not null default 0
);
create index on glue_crawl (account, region, crawler, number);
create index on glue_crawl (state);

-- Folders whose files a crawler has looked at.
create table glue_crawled_folder (
    account text not null,
    region  text not null,
    crawler text not null,
    folder  text not null,
    primary key (account, region, crawler, folder)
);
