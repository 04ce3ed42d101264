-- Why: an evidence custodian counts what stands in a storage place against what the acts of custody say, and signs off what
-- differs. Custodians need not know the cases: the functions tell tags, seals and places of what is kept in places of the own
-- organisation, never a case, a number or a description.
-- Rows: a few stock-takes a year, thousands of scans each. Locks: brief on custody.act, for the indexes.
-- Undo: drop the functions, the tables and the indexes.
create index act_kept on custody.act (place) where place is not null;
create index act_out on custody.act (out_until) where out_until is not null;
create index act_between on custody.act (transfer_until) where transfer_until is not null;

create table custody.stock_take (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    place        uuid        not null,
    constraint stock_take_pk primary key (id),
    constraint stock_take_place_fk foreign key (place) references custody.place (id),
    constraint stock_take_of_no_case check (case_id is null)
);

-- What was scanned, with what the records said of it then.
create table custody.stock_scan (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    stock_take   uuid        not null,
    code         text        not null,
    seal         text,
    found        text        not null,
    place        uuid,
    kept_seal    text,
    constraint stock_scan_pk primary key (id),
    constraint stock_scan_fk foreign key (stock_take) references custody.stock_take (id),
    constraint stock_scan_of_no_case check (case_id is null),
    constraint stock_scan_found_known check (found in ('here', 'elsewhere', 'out', 'between', 'ended', 'nowhere', 'unknown'))
);
create index stock_scan_of on custody.stock_scan (stock_take, code, id desc);

create table custody.stock_take_ended (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    stock_take   uuid        not null,
    expected     int         not null,
    seen         int         not null,
    note         text        not null,
    constraint stock_take_ended_pk primary key (id),
    constraint stock_take_ended_once unique (stock_take),
    constraint stock_take_ended_fk foreign key (stock_take) references custody.stock_take (id),
    constraint stock_take_ended_of_no_case check (case_id is null)
);

create table custody.stock_difference (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    stock_take   uuid        not null,
    kind         text        not null,
    code         text,
    found        text,
    place        uuid,
    seal         text,
    kept_seal    text,
    constraint stock_difference_pk primary key (id),
    constraint stock_difference_fk foreign key (stock_take) references custody.stock_take (id),
    constraint stock_difference_of_no_case check (case_id is null),
    constraint stock_difference_kind_known check (kind in ('missing', 'untagged', 'misplaced', 'unknown', 'seal'))
);
create index stock_difference_of on custody.stock_difference (stock_take, id);

do $$
declare t text;
begin
    foreach t in array array['stock_take', 'stock_scan', 'stock_take_ended', 'stock_difference'] loop
        execute format('alter table custody.%I enable row level security', t);
        execute format('alter table custody.%I force row level security', t);
        execute format('create policy %I on custody.%I using (owner = (select nullif(current_setting(%L, true), %L)::uuid))',
                       t || '_own', t, 'plumbline.organisation', '');
    end loop;
end $$;
grant select, insert on custody.stock_take, custody.stock_scan, custody.stock_take_ended, custody.stock_difference to plumbline_app;

-- Opens the labels of the own organisation to the next statement of a function below; returns what was open before.
create function custody.open_store() returns text
    language plpgsql set search_path = pg_catalog as $$
declare before text := coalesce(current_setting('plumbline.labels', true), '');
begin
    perform set_config('plumbline.labels', coalesce((
        select array_agg(l.id)::text from access.label l
        where l.owner = nullif(current_setting('plumbline.organisation', true), '')::uuid), '{}'), true);
    return before;
end $$;

-- What was kept in these places at a time: the exhibit's identifier, its tag, its seal, and in which of them.
create function custody.kept_at(p_places uuid[], p_at timestamptz)
    returns table (exhibit uuid, code text, seal text, place uuid)
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := custody.open_store();
begin
    return query
        select a.exhibit, t.code, a.seal, a.place
        from custody.act a
        left join custody.exhibit_tag t on t.exhibit = a.exhibit
        where a.place = any (p_places) and a.recorded_at <= p_at
          and a.owner = nullif(current_setting('plumbline.organisation', true), '')::uuid
          and a.out_until is null and a.transfer_until is null and a.merged_into is null and a.disposed is null
          and not exists (select 1 from custody.act b
                          where b.exhibit = a.exhibit and b.sequence > a.sequence and b.recorded_at <= p_at)
        order by a.exhibit limit 100000;
    perform set_config('plumbline.labels', before, true);
end $$;

-- What the records say of the thing that carries a tag; no row where no exhibit of the own organisation carries it.
create function custody.whereabouts(p_code text)
    returns table (found text, place uuid, seal text)
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := custody.open_store();
begin
    return query
        select case when a.disposed is not null or a.merged_into is not null then 'ended'
                    when a.transfer_until is not null then 'between'
                    when a.out_until is not null then 'out'
                    when a.place is null then 'nowhere'
                    else 'elsewhere' end,
               a.place, a.seal
        from custody.exhibit_tag t
        left join lateral (select * from custody.act c where c.exhibit = t.exhibit order by c.sequence desc limit 1) a on true
        where t.code = p_code and t.owner = nullif(current_setting('plumbline.organisation', true), '')::uuid;
    perform set_config('plumbline.labels', before, true);
end $$;

revoke all on function custody.open_store(), custody.kept_at(uuid[], timestamptz), custody.whereabouts(text) from public;
grant execute on function custody.kept_at(uuid[], timestamptz), custody.whereabouts(text) to plumbline_app;
