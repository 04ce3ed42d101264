-- Why: ties an index folder to these records. A folder filled from other records, or older or newer than these (after a
-- restore), carries labels that mean something else here; it must be dropped and filled again, never searched.
-- Rows: one for each filling. Holds no content. Locks: none. Undo: drop schema search.
create schema search;

create table search.index_mark (
    id           uuid        not null,
    batches      bigint      not null default 0,
    recorded_at  timestamptz not null default now(),
    constraint index_mark_pk primary key (id),
    constraint index_mark_counts_up check (batches >= 0)
);

grant usage on schema search to plumbline_app;
grant select, insert, update on search.index_mark to plumbline_app;
