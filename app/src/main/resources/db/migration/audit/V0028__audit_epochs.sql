-- Why: a log that goes on after a restore, or whose key was changed or lost, signs under another key and another origin from
-- then on: an epoch. Its first entry says why, and what was known of the log beyond what was restored.
-- Rows: one at the start, one more after each restore or change of key. Locks: none. Undo: drop both tables and functions.
create table audit.epoch (
    number       int         not null,
    origin       text        not null,
    verifier     text        not null,
    facts        text        not null,
    written_in   xid8        not null default pg_current_xact_id(),
    recorded_at  timestamptz not null default now(),
    constraint epoch_pk primary key (number),
    constraint epoch_number_from_one check (number >= 1),
    constraint epoch_origin_once unique (origin)
);

-- Where an epoch begins. Apart, since a place is given after the commit of what it is given to.
create table audit.epoch_placed (
    number       int         not null,
    first        bigint      not null,
    entry        uuid,
    recorded_at  timestamptz not null default now(),
    constraint epoch_placed_pk primary key (number),
    constraint epoch_placed_epoch_fk foreign key (number) references audit.epoch (number),
    constraint epoch_placed_entry_fk foreign key (entry) references audit.entry (id),
    constraint epoch_placed_first_from_zero check (first >= 0)
);

-- Gives each new epoch its beginning: the entry that was written with it comes next, before all others that wait.
create function audit.place_epochs() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    waiting record;
    next_place bigint;
    own uuid;
begin
    perform pg_advisory_xact_lock(7305797002);
    for waiting in select e.number, e.written_in from audit.epoch e
                   where not exists (select 1 from audit.epoch_placed p where p.number = e.number)
                   order by e.number
    loop
        select coalesce(max(p.index) + 1, 0) into next_place from audit.position p;
        own := null;
        select x.id into own from audit.entry x
        where x.written_in = waiting.written_in and x.action = 'audit.begin-epoch'
          and not exists (select 1 from audit.position p where p.entry = x.id)
        order by x.id limit 1;
        if own is not null then
            insert into audit.position (entry, index) values (own, next_place);
        end if;
        insert into audit.epoch_placed (number, first, entry) values (waiting.number, next_place, own);
    end loop;
end $$;
revoke all on function audit.place_epochs() from public;
grant execute on function audit.place_epochs() to plumbline_app;

-- Keys that verify, and facts of the log alone: for everybody.
alter table audit.epoch enable row level security;
alter table audit.epoch force row level security;
create policy epoch_read on audit.epoch for select using (true);
create policy epoch_write on audit.epoch for insert with check (true);
alter table audit.epoch_placed enable row level security;
alter table audit.epoch_placed force row level security;
create policy epoch_placed_read on audit.epoch_placed for select using (true);
create policy epoch_placed_given on audit.epoch_placed for insert to plumbline_owner with check (true);
grant select, insert on audit.epoch to plumbline_app;
grant select on audit.epoch_placed to plumbline_app;
