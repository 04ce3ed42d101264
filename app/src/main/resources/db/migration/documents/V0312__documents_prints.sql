-- Why: texts that are the same or nearly the same (docs/design/mail.md): the digest of the normalised text, and the least
-- hashes of its shingles (MinHash) with their bands, by which candidates are found. A document without a row here has not
-- been looked at yet: that is what the filling at the start goes by.
-- Rows: one a document, about 800 bytes. Locks: none. Undo: drop the table.
create table documents.document_print (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    text_digest  text        not null,
    words        int         not null,
    signature    int[]       not null,
    bands        int[]       not null,
    constraint document_print_pk primary key (id),
    constraint document_print_document_fk foreign key (id) references documents.document (id),
    constraint document_print_words_counted check (words >= 0)
);
create index document_print_same on documents.document_print (case_id, text_digest) where words > 0;
create index document_print_bands on documents.document_print using gin (bands);
alter table documents.document_print enable row level security;
alter table documents.document_print force row level security;
create policy document_print_visible on documents.document_print
    using (label = any ((select access.visible())::int[]));
grant select, insert, update on documents.document_print to plumbline_app;
