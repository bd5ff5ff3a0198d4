-- How often a carrier has broken with a delivery: after many times it is given up, so that it does not hold up others.

alter table delivery add column breaks integer not null default 0;
