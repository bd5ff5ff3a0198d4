-- The version that is deleted when this one holds, for an update that keeps no archive. Null where all are kept. The wish is
-- stored with the version, for the process may be killed between the change of the table and the deletion.
alter table glue_revision add column replaces bigint;
