-- Deliveries of which one call takes several have the same text here; one without it goes alone.
alter table delivery add column together text;
