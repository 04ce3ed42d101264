-- Why: wrong tries slow down the next ones, also after a restart and on two servers.
-- Rows: one a login or address that was tried within two days, by a keyed digest: neither is kept in the clear.
-- Locks: none, new table. Undo: drop it.
create table identity.sign_in_try (
    key          bytea       not null,
    tries        integer     not null,
    tried_at     timestamptz not null,
    not_before   timestamptz,
    constraint sign_in_try_pk primary key (key),
    constraint sign_in_try_counted check (tries >= 0)
);
create index sign_in_try_at on identity.sign_in_try (tried_at);

grant select, insert, update, delete on identity.sign_in_try to plumbline_app;
