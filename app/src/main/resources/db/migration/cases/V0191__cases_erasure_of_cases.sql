-- Why: a case may have to be erased by law or by schedule. One decider of the case asks with ground and reason, another
-- confirms; only the role plumbline_case_eraser may delete rows of a case, and only by the function below, which looks at
-- both and at holds. What was done stays here, without anything of the case but its number.
-- Rows: a handful a year. Locks: none. Undo: drop the functions, the tables and the policies of afterMigrate.
do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'plumbline_case_eraser') then
        raise exception 'The role plumbline_case_eraser is missing. As a superuser: create role plumbline_case_eraser nologin; grant plumbline_case_eraser to plumbline_owner;';
    end if;
end $$;

create table cases.erasure_asked (
    id           uuid        not null,
    owner        uuid        not null,
    of_case      uuid        not null,
    number       text        not null,
    ground       text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint case_erasure_asked_pk primary key (id),
    constraint case_erasure_asked_ground_given check (length(btrim(ground)) between 1 and 300),
    constraint case_erasure_asked_reason_given check (length(btrim(reason)) between 1 and 2000)
);
create index case_erasure_asked_case on cases.erasure_asked (of_case);

create table cases.erasure_decided (
    asked        uuid        not null,
    owner        uuid        not null,
    confirmed    boolean     not null,
    reason       text        not null default '',
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    written_in   xid8        not null default pg_current_xact_id(),
    constraint case_erasure_decided_pk primary key (asked),
    constraint case_erasure_decided_asked_fk foreign key (asked) references cases.erasure_asked (id)
);

-- One row for each place that was cleared, once it was: how much there was where that is counted, and what may be left.
create table cases.erasure_cleared (
    asked        uuid        not null,
    place        text        not null,
    items        bigint,
    remains      text        not null,
    cleared_at   timestamptz not null,
    constraint case_erasure_cleared_pk primary key (asked, place),
    constraint case_erasure_cleared_asked_fk foreign key (asked) references cases.erasure_asked (id)
);

do $$
declare t text;
begin
    foreach t in array array['erasure_asked', 'erasure_decided'] loop
        execute format('alter table cases.%I enable row level security', t);
        execute format('alter table cases.%I force row level security', t);
        execute format('create policy %I on cases.%I for select using (
            owner = nullif(current_setting(''plumbline.organisation'', true), '''')::uuid)', t || '_read', t);
        execute format('create policy %I on cases.%I for insert with check (
            owner = nullif(current_setting(''plumbline.organisation'', true), '''')::uuid
            and recorded_by = nullif(current_setting(''plumbline.member'', true), '''')::uuid)', t || '_write', t);
        execute format('create policy %I on cases.%I for select to plumbline_case_eraser using (true)', t || '_of_eraser', t);
    end loop;
end $$;
grant select, insert on cases.erasure_asked, cases.erasure_decided, cases.erasure_cleared to plumbline_app;
grant usage on schema cases, access to plumbline_case_eraser;
grant select on cases.erasure_asked, cases.erasure_decided, access.hold_live, access.case_terms to plumbline_case_eraser;

-- Who confirms did not ask: held here too, whatever the application does. Declining is anybody's who decides.
create function cases.refuse_own_erasure() returns trigger language plpgsql as $$
begin
    if new.confirmed and exists (select 1 from cases.erasure_asked a where a.id = new.asked and a.recorded_by = new.recorded_by) then
        raise exception 'Erasure % is not confirmed by the person who asked', new.asked using errcode = 'PL002';
    end if;
    return new;
end $$;
create trigger erasure_decided_by_another before insert on cases.erasure_decided
    for each row execute function cases.refuse_own_erasure();

-- Every table whose rows belong to cases, those that others refer to last. Who opened a sealed door, what was held and what
-- the trail says of the case stay: they account for people, not for the case.
create function cases.tables_of_cases() returns setof regclass
    language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    remaining oid[];
    next oid;
begin
    select array_agg(c.oid order by c.oid) into remaining
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('audit', 'information_schema')
      and n.nspname || '.' || c.relname not in ('access.label', 'access.break_glass', 'access.hold_placed', 'access.seal_placed');
    while remaining <> '{}' loop
        select t into next from unnest(remaining) t
        where not exists (select 1 from pg_constraint k
                          where k.contype = 'f' and k.confrelid = t and k.conrelid <> t and k.conrelid = any (remaining))
        order by t limit 1;
        if next is null then
            raise exception 'Tables of cases refer to each other in a ring: %', remaining::regclass[];
        end if;
        return next next::regclass;
        remaining := array_remove(remaining, next);
    end loop;
end $$;

-- Deletes all rows of the case whose erasure this transaction has confirmed; answers how many there were.
create function cases.erase_rows(p_asked uuid) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    target uuid;
    place regclass;
    gone bigint;
    total bigint := 0;
begin
    select a.of_case into target
    from cases.erasure_asked a join cases.erasure_decided d on d.asked = a.id
    where a.id = p_asked and d.confirmed and d.recorded_by <> a.recorded_by and d.written_in = pg_current_xact_id();
    if target is null then
        raise exception 'Erasure % is not confirmed in this transaction', p_asked using errcode = 'PL003';
    end if;
    if exists (select 1 from access.hold_live h where h.case_id = target
               and (h.until is null or h.until >= (now() at time zone 'Etc/GMT+12')::date)) then
        raise exception 'A hold is in force on the case of erasure %', p_asked using errcode = 'PL003';
    end if;
    delete from access.grant_ended e using access.grant_given g where g.id = e.given and g.case_id = target;
    delete from access.compartment_entry_ended e using access.compartment_entry_given g, access.compartment c
        where g.id = e.given and c.id = g.compartment and c.case_id = target;
    delete from access.compartment_entry_given g using access.compartment c where c.id = g.compartment and c.case_id = target;
    for place in select * from cases.tables_of_cases() loop
        execute format('delete from %s where case_id = $1', place) using target;
        get diagnostics gone = row_count;
        total := total + gone;
    end loop;
    return total;
end $$;

grant create on schema cases to plumbline_case_eraser;
alter function cases.erase_rows(uuid) owner to plumbline_case_eraser;
revoke create on schema cases from plumbline_case_eraser;
revoke all on function cases.erase_rows(uuid) from public;
grant execute on function cases.erase_rows(uuid) to plumbline_app;
