-- Why: the place of each entry in the Merkle log (engines/log), given after commit so that no act waits for another, and
-- every checkpoint the log has signed. Both are insert-only; nobody but the function below gives places.
-- Rows: one place an entry; a checkpoint at most every two seconds while entries come. Locks: exclusive on audit.entry
-- and audit.body for the time of a catalogue change. Undo: drop both tables and the function.
create table audit.position (
    entry        uuid        not null,
    index        bigint      not null,
    recorded_at  timestamptz not null default now(),
    constraint position_pk primary key (entry),
    constraint position_index_once unique (index),
    constraint position_index_from_zero check (index >= 0),
    constraint position_entry_fk foreign key (entry) references audit.entry (id)
);

create table audit.checkpoint (
    size         bigint      not null,
    root         bytea       not null,
    note         text        not null,
    recorded_at  timestamptz not null default now(),
    constraint checkpoint_pk primary key (size),
    constraint checkpoint_root_is_sha256 check (length(root) = 32)
);

-- The transaction an entry was written in. A snapshot knows the oldest transaction still running; every entry of an
-- older one is there to be seen, however late it committed, so only the rest has to be looked through again.
alter table audit.entry add column written_in xid8 not null default pg_current_xact_id();
create index entry_written_in on audit.entry (written_in);

-- The salt is as long as the hash, so that it is never the easier guess.
alter table audit.body drop constraint body_salt_long_enough;
alter table audit.body add constraint body_salt_long_enough check (length(salt) = 32) not valid;

-- The sequencer runs as the owner of the tables and sees entries of every organisation; what leaves it is places and
-- commitments, which say nothing of anybody.
create policy entry_sequenced on audit.entry for select to plumbline_owner using (true);

-- Gives every committed entry without a place the next one, without a gap, and answers how many were placed. One
-- sequencer at a time: the lock is that of the transaction.
create function audit.give_places(p_since xid8, p_most int) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    placed int;
begin
    perform pg_advisory_xact_lock(7305797002);
    insert into audit.position (entry, index)
    select e.id, coalesce((select max(p.index) + 1 from audit.position p), 0) + row_number() over (order by e.id) - 1
    from (select x.id from audit.entry x
          where x.written_in >= p_since
            and not exists (select 1 from audit.position p where p.entry = x.id)
          order by x.id limit p_most) e;
    get diagnostics placed = row_count;
    return placed;
end $$;

-- Commitments in the order of their places.
create function audit.commitments(p_from bigint, p_most int) returns table (index bigint, leaf bytea)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select p.index, e.leaf from audit.position p join audit.entry e on e.id = p.entry
    where p.index >= p_from order by p.index limit p_most
$$;

revoke all on function audit.give_places(xid8, int) from public;
revoke all on function audit.commitments(bigint, int) from public;
grant execute on function audit.give_places(xid8, int) to plumbline_app;
grant execute on function audit.commitments(bigint, int) to plumbline_app;

-- A place is seen by whoever sees its entry. Checkpoints are for everybody: they hold a size, a root and signatures.
alter table audit.position enable row level security;
alter table audit.position force row level security;
create policy position_read on audit.position for select using (exists (select 1 from audit.entry e where e.id = entry));
create policy position_given on audit.position for insert to plumbline_owner with check (true);
alter table audit.checkpoint enable row level security;
alter table audit.checkpoint force row level security;
create policy checkpoint_read on audit.checkpoint for select using (true);
create policy checkpoint_write on audit.checkpoint for insert with check (true);
grant select on audit.position to plumbline_app;
grant select, insert on audit.checkpoint to plumbline_app;
