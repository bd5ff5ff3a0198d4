-- Whether an event has told that a run takes longer than its notification property says.
alter table glue_job_run add column delay_told boolean not null default false;
