-- Why: how much an organisation and each of its cases may keep, said with reason and never overwritten; and how much each
-- case level and compartment keeps, counted as it is kept, so that asking for room costs one row and not all contents.
-- Rows: a few quotas an organisation; one row a case and compartment. Locks: contents are read once. Undo: drop both tables.
create table custody.quota_said (
    organisation uuid        not null,
    version      int         not null,
    kind         text        not null,
    case_number  text,
    bytes        bigint,
    reason       text        not null,
    said_at      timestamptz not null,
    said_by      uuid        not null,
    constraint quota_said_pk primary key (organisation, version),
    constraint quota_said_kind_known check (kind in ('organisation', 'each-case', 'one-case')),
    constraint quota_said_names_one_case check ((kind = 'one-case') = (case_number is not null)),
    constraint quota_said_something check (bytes > 0),
    constraint quota_said_why check (length(btrim(reason)) between 1 and 300)
);

create table custody.kept (
    organisation uuid        not null,
    case_id      uuid        not null,
    series       int         not null,
    bytes        bigint      not null,
    files        bigint      not null,
    constraint kept_pk primary key (case_id, series),
    constraint kept_counted check (bytes >= 0 and files >= 0)
);
create index kept_organisation on custody.kept (organisation);

-- What is there already, seen whole: row policies bind whoever migrates too.
do $$
begin
    perform set_config('plumbline.labels', coalesce((select array_agg(l.id)::text from access.label l), '{}'), true);
    insert into custody.kept (organisation, case_id, series, bytes, files)
        select k.owner, k.case_id, k.series, sum(k.bytes), count(*)
        from (select distinct c.owner, c.case_id, coalesce(p.series, 0) as series, c.digest, c.bytes
              from custody.content c
              join access.label l on l.id = c.label
              left join access.compartment p on p.id = l.compartments[1]) k
        group by k.owner, k.case_id, k.series;
    perform set_config('plumbline.labels', '', true);
end $$;

grant select, insert on custody.quota_said to plumbline_app;
grant select, insert, update on custody.kept to plumbline_app;
