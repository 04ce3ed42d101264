-- Why: named service actors with their own grants (architecture: events are handled by a named service actor). The first
-- one reads what is neither sealed nor marked, of every organisation, to feed the search index and for nothing else.
-- Rows: one for each service. Locks: none. Undo: drop function access.enter_service, drop table access.service_actor.
create table access.service_actor (
    name         text        not null,
    reads        text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null default now(),
    constraint service_actor_pk primary key (name),
    constraint service_actor_reads_known check (reads in ('all-unrestricted'))
);
insert into access.service_actor (name, reads, reason)
values ('search-index', 'all-unrestricted', 'Feeds the search index, which filters every answer by the asking person''s labels');

-- Lets a service actor see the labels it was granted, in this transaction. It is no member: what it inserts into the
-- trail or any table that asks who acts is refused.
create function access.enter_service(p_name text) returns void
    language sql as $$
    select set_config('plumbline.member', '', true),
           set_config('plumbline.organisation', '', true),
           set_config('plumbline.overseer', 'false', true),
           set_config('plumbline.labels', coalesce((
               select array_agg(l.id)::text
               from access.label l
               where l.restriction = 'none'
                 and exists (select 1 from access.service_actor s where s.name = p_name and s.reads = 'all-unrestricted')
           ), '{}'), true)
$$;

-- The application reads who the service actors are; only the owner's migrations say so.
grant select on access.service_actor to plumbline_app;
grant execute on function access.enter_service(text) to plumbline_app;
