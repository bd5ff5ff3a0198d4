-- The URLs of functions.

create table lambda_url (
    -- By which it is called.
    id            text primary key,
    function      bigint not null references lambda_function on delete cascade,
    -- An alias; empty for the function itself.
    qualifier     text not null,
    configuration text not null,
    unique (function, qualifier)
);
