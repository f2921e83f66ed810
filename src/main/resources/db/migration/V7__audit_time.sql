-- The time up to which the clock was followed when old entries were deleted, in one row: what it says later is held against it.
create table audit_time (
  id int not null,
  confirmed_at timestamp(6) with time zone not null,
  looked_at timestamp(6) with time zone not null,
  followed_seconds bigint not null,
  constraint audit_time_pk primary key (id)
);
