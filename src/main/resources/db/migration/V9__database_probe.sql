-- One row that is written to find out whether the database takes writes.
create table database_probe (
  id int not null,
  asked_at timestamp(6) with time zone not null,
  constraint database_probe_pk primary key (id)
);

insert into database_probe (id, asked_at) values (1, current_timestamp);
