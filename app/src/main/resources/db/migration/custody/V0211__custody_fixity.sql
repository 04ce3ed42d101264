-- Why: whether content of the vault still is what was received, each time it was looked at. Insert-only. It carries no
-- label: it is read by case and digest, which only who sees a record of that content has.
-- Rows: one for each content a month by default, so millions a year in a large installation. Locks: none.
-- Undo: drop the table, after which nothing is known to be damaged until it is looked at again.
create table custody.fixity_check (
    id         uuid        not null,
    case_id    uuid        not null,
    digest     text        not null,
    checked_at timestamptz not null,
    result     text        not null,
    constraint fixity_check_pk primary key (id),
    constraint fixity_check_result_known check (result in ('held', 'changed', 'missing'))
);
create index fixity_check_newest on custody.fixity_check (case_id, digest, checked_at desc, id desc);

grant select, insert on custody.fixity_check to plumbline_app;

insert into access.service_actor (name, reads, reason)
values ('fixity', 'all-unrestricted', 'Digests all content of the vault again on a schedule; shows nothing of it');
