-- Why: ingestions, their ledger (one item for each file received and each file found inside another), and the documents
-- read from them with their text.
-- Rows: thousands of ingestions, tens of millions of items and documents. Locks: none. Undo: drop schema documents.
create schema documents;

create table documents.ingestion (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    title        text        not null,
    expected     int,
    completed_at timestamptz,
    job          uuid,
    constraint ingestion_pk primary key (id),
    constraint ingestion_case_fk foreign key (case_id) references cases.case_file (id),
    constraint ingestion_title_said check (length(btrim(title)) between 1 and 300),
    constraint ingestion_expected_counted check (expected >= 0)
);
create index ingestion_case on documents.ingestion (case_id, id desc);

create table documents.item (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    seq          bigint      generated always as identity,
    ingestion    uuid        not null,
    parent       uuid,
    top          uuid        not null,
    place        int         not null,
    depth        int         not null,
    relation     text        not null,
    standing     text        not null,
    name         text        not null,
    path         text        not null,
    reference    text        not null,
    exhibit      uuid        not null,
    content      uuid,
    digest       text,
    bytes        bigint      not null,
    state        text        not null,
    reasons      text        not null default '[]',
    duplicate_of uuid,
    request_key  text,
    constraint item_pk primary key (id),
    constraint item_case_fk foreign key (case_id) references cases.case_file (id),
    constraint item_ingestion_fk foreign key (ingestion) references documents.ingestion (id),
    constraint item_parent_fk foreign key (parent) references documents.item (id),
    constraint item_duplicate_fk foreign key (duplicate_of) references documents.item (id),
    constraint item_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint item_content_fk foreign key (content) references custody.content (id),
    constraint item_place_once unique (parent, place),
    constraint item_request_once unique (ingestion, request_key),
    constraint item_state_known check (state in ('waiting', 'running', 'indexed', 'container', 'duplicate', 'encrypted',
        'unsupported', 'empty', 'partial', 'failed', 'excluded')),
    constraint item_duplicate_named check ((state = 'duplicate') = (duplicate_of is not null)),
    constraint item_top_is_input check ((parent is null) = (top = id)),
    constraint item_depth_counted check (depth >= 0 and (depth = 0) = (parent is null))
);
create index item_ledger on documents.item (ingestion, seq);
create index item_state on documents.item (ingestion, state, seq);
create index item_digest on documents.item (case_id, digest, seq);
create index item_parent on documents.item (parent, place) where parent is not null;
create index item_top on documents.item (top);
create index item_exhibit on documents.item (exhibit, seq);

create table documents.document (
    id            uuid        not null,
    owner         uuid        not null,
    label         int         not null,
    case_id       uuid        not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid        not null,
    version       int         not null default 1,
    item          uuid        not null,
    title         text        not null,
    media_type    text        not null,
    claimed_type  text        not null,
    lies          boolean     not null,
    language      text,
    authors       text[]      not null,
    created       text,
    modified      text,
    pages         int,
    charset       text,
    tool          text,
    mail_from     text[]      not null,
    mail_to       text[]      not null,
    mail_cc       text[]      not null,
    mail_bcc      text[]      not null,
    subject       text,
    sent          text,
    message_id    text,
    in_reply_to   text,
    mail_refs     text[]      not null,
    characters    int         not null,
    constraint document_pk primary key (id),
    constraint document_case_fk foreign key (case_id) references cases.case_file (id),
    constraint document_item_fk foreign key (item) references documents.item (id),
    constraint document_of_item_once unique (item)
);
create index document_case on documents.document (case_id, id desc);

create table documents.document_text (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    body         text        not null,
    sections     text        not null,
    constraint document_text_pk primary key (id),
    constraint document_text_fk foreign key (id) references documents.document (id)
);

do $$
declare t text;
begin
    foreach t in array array['ingestion', 'item', 'document', 'document_text'] loop
        execute format('alter table documents.%I enable row level security', t);
        execute format('alter table documents.%I force row level security', t);
        execute format('create policy %I on documents.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema documents to plumbline_app;
grant select, insert, update on all tables in schema documents to plumbline_app;
