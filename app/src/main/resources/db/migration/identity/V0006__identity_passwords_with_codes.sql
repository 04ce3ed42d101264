-- Why: where no passkey can be used, members sign in with a login, a password and a code from an app (RFC 6238).
-- Rows: one login a member, a row for each password and code app ever set up. Locks: none, new tables. Undo: drop them.
create table identity.login (
    member       uuid        not null,
    login        text        not null,
    recorded_at  timestamptz not null,
    constraint login_pk primary key (member),
    constraint login_member_fk foreign key (member) references identity.member (id),
    constraint login_once unique (login),
    constraint login_shape check (login ~ '^[a-z0-9][a-z0-9._@-]{2,63}$')
);

create table identity.password (
    id           uuid        not null,
    member       uuid        not null,
    hash         text        not null,
    recorded_at  timestamptz not null,
    constraint password_pk primary key (id),
    constraint password_member_fk foreign key (member) references identity.member (id),
    constraint password_hashed check (hash like '$argon2id$%')
);
create index password_member on identity.password (member);

create table identity.password_ended (
    password     uuid        not null,
    ended_at     timestamptz not null,
    constraint password_ended_pk primary key (password),
    constraint password_ended_fk foreign key (password) references identity.password (id)
);

-- The secret is encrypted with a key of the data folder; a row is made once its first code has been given.
create table identity.code_app (
    id           uuid        not null,
    member       uuid        not null,
    sealed       bytea       not null,
    recorded_at  timestamptz not null,
    constraint code_app_pk primary key (id),
    constraint code_app_member_fk foreign key (member) references identity.member (id)
);
create index code_app_member on identity.code_app (member);

create table identity.code_app_ended (
    code_app     uuid        not null,
    ended_at     timestamptz not null,
    constraint code_app_ended_pk primary key (code_app),
    constraint code_app_ended_fk foreign key (code_app) references identity.code_app (id)
);

-- A code is taken once: the step of 30 seconds it was made for.
create table identity.code_used (
    code_app     uuid        not null,
    step         bigint      not null,
    used_at      timestamptz not null,
    constraint code_used_pk primary key (code_app, step),
    constraint code_used_fk foreign key (code_app) references identity.code_app (id)
);

grant select, insert on identity.login, identity.password, identity.password_ended, identity.code_app,
    identity.code_app_ended, identity.code_used to plumbline_app;
