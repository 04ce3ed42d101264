-- Why: organisations, the people who sign in, their roles, one-time links, API tokens, and sessions.
-- Rows: tens of organisations, thousands of members. Locks: none, first migration. Undo: drop schema identity.
create schema identity;

create table identity.organisation (
    id           uuid        not null,
    name         text        not null,
    number_scheme text       not null default '{yyyy}-{nnnn}',
    zone         text        not null,
    recorded_at  timestamptz not null,
    constraint organisation_pk primary key (id),
    constraint organisation_name_once unique (name),
    constraint organisation_name_said check (length(btrim(name)) between 1 and 200)
);

create table identity.member (
    id           uuid        not null,
    organisation uuid        not null,
    name         text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    constraint member_pk primary key (id),
    constraint member_organisation_fk foreign key (organisation) references identity.organisation (id),
    constraint member_name_once unique (organisation, name),
    constraint member_name_said check (length(btrim(name)) between 1 and 200)
);

create table identity.member_ended (
    member       uuid        not null,
    ended_at     timestamptz not null,
    ended_by     uuid        not null,
    reason       text        not null,
    constraint member_ended_pk primary key (member),
    constraint member_ended_member_fk foreign key (member) references identity.member (id)
);

create table identity.role_given (
    id           uuid        not null,
    member       uuid        not null,
    role         text        not null,
    given_at     timestamptz not null,
    given_by     uuid,
    constraint role_given_pk primary key (id),
    constraint role_given_member_fk foreign key (member) references identity.member (id),
    constraint role_given_known check (role in ('investigator', 'supervisor', 'evidence-custodian', 'identity-custodian', 'overseer', 'administrator'))
);
create index role_given_member on identity.role_given (member);

create table identity.role_ended (
    given        uuid        not null,
    ended_at     timestamptz not null,
    ended_by     uuid        not null,
    constraint role_ended_pk primary key (given),
    constraint role_ended_given_fk foreign key (given) references identity.role_given (id)
);

create table identity.sign_in_link (
    id           uuid        not null,
    member       uuid        not null,
    secret_hash  bytea       not null,
    kind         text        not null,
    recorded_at  timestamptz not null,
    expires_at   timestamptz not null,
    constraint sign_in_link_pk primary key (id),
    constraint sign_in_link_member_fk foreign key (member) references identity.member (id),
    constraint sign_in_link_secret_once unique (secret_hash),
    constraint sign_in_link_kind_known check (kind in ('once', 'demo'))
);

create table identity.sign_in_link_used (
    link         uuid        not null,
    used_at      timestamptz not null,
    constraint sign_in_link_used_pk primary key (link),
    constraint sign_in_link_used_fk foreign key (link) references identity.sign_in_link (id)
);

create table identity.token (
    id           uuid        not null,
    member       uuid        not null,
    name         text        not null,
    scope        text        not null,
    secret_hash  bytea       not null,
    recorded_at  timestamptz not null,
    expires_at   timestamptz not null,
    constraint token_pk primary key (id),
    constraint token_member_fk foreign key (member) references identity.member (id),
    constraint token_secret_once unique (secret_hash),
    constraint token_scope_known check (scope in ('read', 'write'))
);

create table identity.token_ended (
    token        uuid        not null,
    ended_at     timestamptz not null,
    constraint token_ended_pk primary key (token),
    constraint token_ended_fk foreign key (token) references identity.token (id)
);

-- Sessions, in the form Spring Session keeps them.
create table identity.session (
    primary_id            char(36)     not null,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100),
    constraint session_pk primary key (primary_id),
    constraint session_id_once unique (session_id)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint session_attributes_fk foreign key (session_primary_id) references identity.session (primary_id) on delete cascade
);

grant usage on schema identity to plumbline_app;
grant select, insert on all tables in schema identity to plumbline_app;
grant update, delete on identity.session, identity.session_attributes to plumbline_app;
