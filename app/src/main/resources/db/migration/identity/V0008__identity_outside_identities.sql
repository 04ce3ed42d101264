-- Why: a member may sign in at the organisation's own provider (OpenID Connect) once they have linked their identity there.
-- Rows: at most one a member and provider, and those that ended. Locks: none, new tables. Undo: drop them.
create table identity.outside_identity (
    id           uuid        not null,
    member       uuid        not null,
    issuer       text        not null,
    subject      text        not null,
    recorded_at  timestamptz not null,
    constraint outside_identity_pk primary key (id),
    constraint outside_identity_member_fk foreign key (member) references identity.member (id),
    constraint outside_identity_said check (length(issuer) between 1 and 500 and length(subject) between 1 and 255)
);
create index outside_identity_subject on identity.outside_identity (issuer, subject);
create index outside_identity_member on identity.outside_identity (member);

create table identity.outside_identity_ended (
    outside_identity uuid        not null,
    ended_at         timestamptz not null,
    constraint outside_identity_ended_pk primary key (outside_identity),
    constraint outside_identity_ended_fk foreign key (outside_identity) references identity.outside_identity (id)
);

grant select, insert on identity.outside_identity, identity.outside_identity_ended to plumbline_app;
