-- Why: what outside witnesses have signed of our checkpoints, so that the page of an entry says who has seen it and a
-- proof carries it. Insert only.
-- Rows: one a witness and checkpoint it was asked for. Locks: none. Undo: drop the table.
create table audit.cosignature (
    size         bigint      not null,
    witness      text        not null,
    line         text        not null,
    recorded_at  timestamptz not null default now(),
    constraint cosignature_pk primary key (size, witness),
    constraint cosignature_checkpoint_fk foreign key (size) references audit.checkpoint (size)
);
alter table audit.cosignature enable row level security;
alter table audit.cosignature force row level security;
create policy cosignature_read on audit.cosignature for select using (true);
create policy cosignature_write on audit.cosignature for insert with check (true);
grant select, insert on audit.cosignature to plumbline_app;
