-- Whether a function may be invoked again and again by what came of its own invocations.
alter table lambda_function add column may_loop boolean not null default false;
