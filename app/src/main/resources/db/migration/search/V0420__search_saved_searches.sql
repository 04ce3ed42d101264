-- Why: a search that a case needs again and again is kept under a name.
-- Rows: one for each kept search; who takes one away adds a row that says so. Locks: none.
-- Undo: drop both tables.
create table search.saved_search (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    name         text        not null,
    query        text        not null,
    narrowed     text[]      not null,
    sorted       text        not null,
    constraint saved_search_pk primary key (id),
    constraint saved_search_case_fk foreign key (case_id) references cases.case_file (id),
    constraint saved_search_named check (length(name) between 1 and 120),
    constraint saved_search_asks check (query <> '' or cardinality(narrowed) > 0),
    constraint saved_search_bounded check (length(query) <= 2000 and cardinality(narrowed) <= 250)
);
create index saved_search_of_case on search.saved_search (case_id, id);

create table search.saved_search_end (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    saved_search uuid        not null,
    constraint saved_search_end_pk primary key (id),
    constraint saved_search_end_case_fk foreign key (case_id) references cases.case_file (id),
    constraint saved_search_end_of_fk foreign key (saved_search) references search.saved_search (id),
    constraint saved_search_end_once unique (saved_search)
);
create index saved_search_end_of_case on search.saved_search_end (case_id);

alter table search.saved_search enable row level security;
alter table search.saved_search force row level security;
create policy saved_search_visible on search.saved_search using (label = any ((select access.visible())::int[]));
grant select, insert on search.saved_search to plumbline_app;

alter table search.saved_search_end enable row level security;
alter table search.saved_search_end force row level security;
create policy saved_search_end_visible on search.saved_search_end using (label = any ((select access.visible())::int[]));
grant select, insert on search.saved_search_end to plumbline_app;
