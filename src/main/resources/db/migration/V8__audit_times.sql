-- How many events of nobody known a row stands for; it grows for a few minutes after the first one, and ended_at tells the last.
alter table audit_event add column times int default 1 not null;
