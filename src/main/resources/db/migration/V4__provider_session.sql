-- Which session of the provider each session belongs to, so that every replica can end it; the row goes with the session.
create table provider_session (
  session_primary_id char(36) not null,
  issuer varchar(1000) not null,
  subject varchar(255) not null,
  sid varchar(255),
  issued_at bigint not null,
  constraint provider_session_pk primary key (session_primary_id),
  constraint provider_session_fk foreign key (session_primary_id)
    references spring_session (primary_id) on delete cascade
);

create index provider_session_ix1 on provider_session (subject);
create index provider_session_ix2 on provider_session (sid);
