-- Why: each time a file is read is kept with the tools that read it and what came of it, so that it can be read again
-- with newer ones and nobody has to guess with what a text was made; a text that a later reading replaced stays; an
-- ingestion can be paused; a file that takes its reader down again and again is set aside.
-- Rows: one reading for each file read and each time it is read again; earlier texts only where they differ.
-- Locks: item, for a column with a constant default. Undo: drop the tables and the column.
create table documents.reading (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    ingestion    uuid        not null,
    item         uuid        not null,
    tools        text        not null,
    state        text        not null,
    reasons      text        not null,
    characters   int         not null,
    text_digest  text,
    constraint reading_pk primary key (id),
    constraint reading_case_fk foreign key (case_id) references cases.case_file (id),
    constraint reading_item_fk foreign key (item) references documents.item (id),
    constraint reading_tools_named check (length(btrim(tools)) between 1 and 500),
    constraint reading_state_known check (state in ('indexed', 'container', 'encrypted', 'unsupported', 'empty',
        'partial', 'failed')),
    constraint reading_characters_counted check (characters >= 0),
    constraint reading_digest_is_sha256 check (text_digest ~ '^[0-9a-f]{64}$')
);
create index reading_item on documents.reading (item, id desc);
create index reading_pace on documents.reading (ingestion, recorded_at);

create table documents.earlier_text (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    document     uuid        not null,
    reading      uuid,
    body         text        not null,
    sections     text        not null,
    constraint earlier_text_pk primary key (id),
    constraint earlier_text_case_fk foreign key (case_id) references cases.case_file (id),
    constraint earlier_text_document_fk foreign key (document) references documents.document (id),
    constraint earlier_text_reading_fk foreign key (reading) references documents.reading (id)
);
create index earlier_text_document on documents.earlier_text (document, id desc);

create table documents.ingestion_pause (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    ingestion    uuid        not null,
    act          text        not null,
    constraint ingestion_pause_pk primary key (id),
    constraint ingestion_pause_case_fk foreign key (case_id) references cases.case_file (id),
    constraint ingestion_pause_ingestion_fk foreign key (ingestion) references documents.ingestion (id),
    constraint ingestion_pause_act_known check (act in ('pause', 'resume'))
);
create index ingestion_pause_newest on documents.ingestion_pause (ingestion, id desc);

alter table documents.item add column taken int not null default 0,
    add constraint item_taken_counted check (taken >= 0);

do $$
declare t text;
begin
    foreach t in array array['reading', 'earlier_text', 'ingestion_pause'] loop
        execute format('alter table documents.%I enable row level security', t);
        execute format('alter table documents.%I force row level security', t);
        execute format('create policy %I on documents.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
        execute format('grant select, insert on documents.%I to plumbline_app', t);
    end loop;
end $$;
