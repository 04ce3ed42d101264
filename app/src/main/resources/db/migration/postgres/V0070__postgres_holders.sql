-- Why: a second Plumbline over the same database is refused and told who holds it; a process whose connection broke
-- finds out whether another wrote here meanwhile. The hold itself is an advisory lock, which the server gives back.
-- Rows: one a start. Locks: none. Undo: drop schema postgres.
create schema postgres;

create table postgres.holder (
    number   bigint      generated always as identity,
    instance uuid        not null,
    host     text        not null,
    process  bigint      not null,
    folder   text        not null,
    since    timestamptz not null default now(),
    constraint holder_pk primary key (number),
    constraint holder_instance_once unique (instance)
);
grant usage on schema postgres to plumbline_app;
grant select, insert on postgres.holder to plumbline_app;
