-- When the write of an intent was sent; null while Certdeck still looks whether it may be. Rows of before, and those of a replica
-- that does not know the column yet, count as sent.
alter table audit_event add column sent_at timestamp(6) with time zone default current_timestamp;
