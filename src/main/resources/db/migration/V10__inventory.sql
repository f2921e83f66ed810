-- The certificates of an account as the replicas last read them. An inventory is that of one account through one API in one
-- format; its version grows with every change, so that a replica reads only what is new to it.
create table inventory (
  id varchar(48) not null,
  version bigint not null,
  state varchar not null,
  constraint inventory_pk primary key (id)
);

-- A certificate with what uses it, as JSON, without its content. One that is gone keeps its row, so that every replica learns it.
create table inventory_certificate (
  inventory varchar(48) not null references inventory (id),
  id varchar(64) not null,
  version bigint not null,
  entry varchar,
  constraint inventory_certificate_pk primary key (inventory, id)
);

create index inventory_certificate_version on inventory_certificate (inventory, version);
