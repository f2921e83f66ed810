-- Bucket4j's own table: how many calls of each action the replicas may make now. Empty where the database has one process.
create table call_bucket (
  id bigint not null,
  state bytea,
  expires_at bigint,
  constraint call_bucket_pk primary key (id)
);
