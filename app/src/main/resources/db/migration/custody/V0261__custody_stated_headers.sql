-- Why: what the header of a forensic image states of itself (E01, AFF4), as it was read: each fact a line, its code before
-- the first space. A newer reading adds a row, and the newest counts.
-- Rows: one for each forensic image. Locks: none. Undo: drop the table.
create table custody.stated_header (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    exhibit      uuid        not null,
    facts        text[]      not null,
    constraint stated_header_pk primary key (id),
    constraint stated_header_case_fk foreign key (case_id) references cases.case_file (id),
    constraint stated_header_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint stated_header_bounded check (cardinality(facts) between 1 and 1000)
);
create index stated_header_exhibit on custody.stated_header (exhibit, id desc);
create index stated_header_case on custody.stated_header (case_id);
alter table custody.stated_header enable row level security;
alter table custody.stated_header force row level security;
create policy stated_header_visible on custody.stated_header
    using (label = any ((select access.visible())::int[]));
grant select, insert on custody.stated_header to plumbline_app;
