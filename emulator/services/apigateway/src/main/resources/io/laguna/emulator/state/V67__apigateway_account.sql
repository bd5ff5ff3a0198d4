-- The role that an account has named for the logs of its APIs.
create table apigateway_account (
    account text not null,
    region  text not null,
    role    text not null,
    primary key (account, region)
);
