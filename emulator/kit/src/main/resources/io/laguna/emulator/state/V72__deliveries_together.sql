-- Deliveries of which one call takes several have the same text here; one without it goes alone.
alter table delivery add column together text;

-- The next deliveries of a queue are found in the order of their times, and not sorted first.
drop index delivery_queue_key_number_idx;
create index on delivery (queue, key, number) where key is not null;
