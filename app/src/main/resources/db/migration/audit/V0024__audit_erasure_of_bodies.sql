-- Why: the body of an entry may have to be erased by law while the entry, its place and every proof stand. One person
-- asks with ground and reason, another decides; only the role plumbline_eraser may delete a body, and only by the
-- function below, which looks at both. The act that calls it is recorded in the same transaction: the tombstone.
-- Rows: a handful a year. Locks: none. Undo: drop the function, the view, the tables and the policies.
do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'plumbline_eraser') then
        raise exception 'The role plumbline_eraser is missing. As a superuser: create role plumbline_eraser nologin; grant plumbline_eraser to plumbline_owner;';
    end if;
end $$;

create table audit.erasure_asked (
    id           uuid        not null,
    owner        uuid        not null,
    entry        uuid        not null,
    commitment   bytea       not null,
    ground       text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint erasure_asked_pk primary key (id),
    constraint erasure_asked_entry_fk foreign key (entry) references audit.entry (id),
    constraint erasure_asked_ground_given check (ground <> '')
);
create index erasure_asked_entry on audit.erasure_asked (entry);

create table audit.erasure_decided (
    asked        uuid        not null,
    owner        uuid        not null,
    confirmed    boolean     not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    written_in   xid8        not null default pg_current_xact_id(),
    constraint erasure_decided_pk primary key (asked),
    constraint erasure_decided_asked_fk foreign key (asked) references audit.erasure_asked (id)
);

create view audit.erased with (security_invoker = true) as
    select a.entry, a.ground, d.recorded_at
    from audit.erasure_decided d join audit.erasure_asked a on a.id = d.asked
    where d.confirmed;

alter table audit.erasure_asked enable row level security;
alter table audit.erasure_asked force row level security;
create policy erasure_asked_read on audit.erasure_asked for select using (
    owner = nullif(current_setting('plumbline.organisation', true), '')::uuid);
create policy erasure_asked_write on audit.erasure_asked for insert with check (
    owner = nullif(current_setting('plumbline.organisation', true), '')::uuid
    and recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid);
alter table audit.erasure_decided enable row level security;
alter table audit.erasure_decided force row level security;
create policy erasure_decided_read on audit.erasure_decided for select using (
    owner = nullif(current_setting('plumbline.organisation', true), '')::uuid);
create policy erasure_decided_write on audit.erasure_decided for insert with check (
    owner = nullif(current_setting('plumbline.organisation', true), '')::uuid
    and recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid);

create policy entry_of_eraser on audit.entry for select to plumbline_eraser using (true);
create policy position_of_eraser on audit.position for select to plumbline_eraser using (true);
create policy body_of_eraser on audit.body for select to plumbline_eraser using (true);
create policy body_erased on audit.body for delete to plumbline_eraser using (true);
create policy erasure_asked_of_eraser on audit.erasure_asked for select to plumbline_eraser using (true);
create policy erasure_decided_of_eraser on audit.erasure_decided for select to plumbline_eraser using (true);
grant usage on schema audit to plumbline_eraser;
grant select on audit.entry, audit.position, audit.body, audit.erasure_asked, audit.erasure_decided to plumbline_eraser;
grant delete on audit.body to plumbline_eraser;

-- Deletes the body that this transaction has confirmed to delete; answers whether there was one. A tombstone is never
-- erased itself: it is what shows that an erasure was one.
create function audit.erase_body(p_asked uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from audit.body b
    using audit.erasure_asked a, audit.erasure_decided d, audit.entry e
    where a.id = p_asked and d.asked = a.id and d.confirmed and d.recorded_by <> a.recorded_by
      and d.written_in = pg_current_xact_id()
      and e.id = a.entry and e.leaf = a.commitment and e.owner = a.owner and e.action <> 'audit.erase-body'
      and b.entry = e.id;
    return found;
end $$;

-- The tombstone of an entry, for whoever may see the entry itself; until it has a place, the last one there could be.
create function audit.tombstone(p_entry uuid) returns table (entry uuid, index bigint, leaf bytea, content text, salt bytea)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select t.id, coalesce(p.index, 9223372036854775807), t.leaf, b.content, b.salt
    from audit.erasure_asked a
    join audit.erasure_decided d on d.asked = a.id and d.confirmed
    join audit.entry t on t.written_in = d.written_in and t.action = 'audit.erase-body'
    left join audit.position p on p.entry = t.id
    join audit.body b on b.entry = t.id
    where a.entry = p_entry
    order by p.index limit 1
$$;

grant create on schema audit to plumbline_eraser;
alter function audit.erase_body(uuid) owner to plumbline_eraser;
alter function audit.tombstone(uuid) owner to plumbline_eraser;
revoke create on schema audit from plumbline_eraser;
revoke all on function audit.erase_body(uuid) from public;
revoke all on function audit.tombstone(uuid) from public;
grant execute on function audit.erase_body(uuid) to plumbline_app;
grant execute on function audit.tombstone(uuid) to plumbline_app;
grant select, insert on audit.erasure_asked, audit.erasure_decided to plumbline_app;
grant select on audit.erased to plumbline_app;
