-- Why: timestamps of our checkpoints by an authority (RFC 3161), so that pages say until when a tree stood at the
-- latest, and exports carry them. Insert only. The columns beside the token repeat what it says; fsck compares them.
-- Rows: one an hour at most while entries come. Locks: none. Undo: drop the table.
create table audit.checkpoint_timestamp (
    size           bigint      not null,
    asked          text        not null,
    token          bytea       not null,
    stamped_at     timestamptz not null,
    authority      text        not null,
    self_asserted  boolean     not null,
    recorded_at    timestamptz not null default now(),
    constraint checkpoint_timestamp_pk primary key (size, asked),
    constraint checkpoint_timestamp_checkpoint_fk foreign key (size) references audit.checkpoint (size)
);
alter table audit.checkpoint_timestamp enable row level security;
alter table audit.checkpoint_timestamp force row level security;
create policy checkpoint_timestamp_read on audit.checkpoint_timestamp for select using (true);
create policy checkpoint_timestamp_write on audit.checkpoint_timestamp for insert with check (true);
grant select, insert on audit.checkpoint_timestamp to plumbline_app;
