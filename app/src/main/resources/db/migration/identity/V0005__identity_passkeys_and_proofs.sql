-- Why: members sign in with passkeys (W3C WebAuthn), and changing a way to sign in needs a fresh proof.
-- Rows: a few passkeys a member; a proof for each sign-in. Locks: none, new tables. Undo: drop them.
create table identity.passkey (
    id               uuid        not null,
    member           uuid        not null,
    credential_id    bytea       not null,
    public_key       bytea       not null,
    authenticator    bytea       not null,
    first_sign_count bigint      not null,
    name             text        not null,
    transports       text[]      not null,
    backup_eligible  boolean     not null,
    recorded_at      timestamptz not null,
    constraint passkey_pk primary key (id),
    constraint passkey_member_fk foreign key (member) references identity.member (id),
    constraint passkey_credential_once unique (credential_id),
    constraint passkey_credential_short check (length(credential_id) between 1 and 1023),
    constraint passkey_authenticator_said check (length(authenticator) = 16),
    constraint passkey_name_said check (length(btrim(name)) between 1 and 100)
);
create index passkey_member on identity.passkey (member);

create table identity.passkey_ended (
    passkey      uuid        not null,
    ended_at     timestamptz not null,
    constraint passkey_ended_pk primary key (passkey),
    constraint passkey_ended_fk foreign key (passkey) references identity.passkey (id)
);

-- The newest use only: what is asked of a use is whether its counter went forward. Each sign-in is on the trail.
create table identity.passkey_use (
    passkey      uuid        not null,
    sign_count   bigint      not null,
    backed_up    boolean     not null,
    used_at      timestamptz,
    constraint passkey_use_pk primary key (passkey),
    constraint passkey_use_fk foreign key (passkey) references identity.passkey (id)
);

-- A session (by the word that the trail knows it by) in which the member proved who they are.
create table identity.proof (
    session      text        not null,
    member       uuid        not null,
    proved_at    timestamptz not null,
    constraint proof_pk primary key (session, member, proved_at),
    constraint proof_member_fk foreign key (member) references identity.member (id)
);

grant select, insert on identity.passkey, identity.passkey_ended, identity.passkey_use, identity.proof to plumbline_app;
grant update on identity.passkey_use to plumbline_app;
