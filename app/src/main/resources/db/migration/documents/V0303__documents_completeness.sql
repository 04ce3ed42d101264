-- Why: what was stated of an ingestion as a whole, signed, can be listed and given out again byte for byte.
-- Rows: a few an ingestion. Locks: none. Undo: drop the table.
create table documents.completeness_statement (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    ingestion    uuid        not null,
    files        bigint      not null,
    digest       text        not null,
    content      uuid        not null,
    constraint completeness_statement_pk primary key (id),
    constraint completeness_statement_case_fk foreign key (case_id) references cases.case_file (id),
    constraint completeness_statement_ingestion_fk foreign key (ingestion) references documents.ingestion (id),
    constraint completeness_statement_content_fk foreign key (content) references custody.content (id),
    constraint completeness_statement_files_counted check (files >= 0),
    constraint completeness_statement_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);
create index completeness_statement_ingestion on documents.completeness_statement (ingestion, id desc);
alter table documents.completeness_statement enable row level security;
alter table documents.completeness_statement force row level security;
create policy completeness_statement_visible on documents.completeness_statement
    using (label = any ((select access.visible())::int[]));
grant select, insert on documents.completeness_statement to plumbline_app;
