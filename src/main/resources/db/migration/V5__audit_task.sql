-- The cloud's name for a deletion that it carries out by itself, to ask how far it is after a crash as well, and what the
-- cloud's answer meant.
alter table audit_event add column task varchar(64);
alter table audit_event add column reason varchar(32);
