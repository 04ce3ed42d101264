-- Why: every case has a key of its own, with which its objects in the vault are named and sealed. It lies here sealed under
-- the installation's key "vault", bound to the case. Whoever may open which object is decided with the record that names
-- it, so that the key carries no label: it opens nothing by itself, and no page or answer shows it.
-- A key is destroyed by deleting its row, which happens with the erasure of its case alone: copies of its objects elsewhere
-- stay closed.
-- Rows: one a case with content. No foreign key: a key is committed by itself, perhaps before its case is.
-- Locks: none. Undo: drop the table, after which no sealed object opens any more.
create table custody.case_key (
    case_id uuid        not null,
    sealed  bytea       not null,
    made_at timestamptz not null,
    constraint case_key_pk primary key (case_id)
);

grant select, insert on custody.case_key to plumbline_app;
