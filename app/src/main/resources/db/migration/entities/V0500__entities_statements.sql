-- Why: entities and the sourced statements about them; collections (registers), sources, retractions, imports.
-- Rows: statements tens of millions, entities and sources millions, collections thousands. Locks: none.
-- Undo: drop schema entities.
create schema entities;

create table entities.collection (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    name         text        not null,
    publisher    text        not null default '',
    licence      text        not null default '',
    checked      date,
    constraint collection_pk primary key (id),
    constraint collection_case_fk foreign key (case_id) references cases.case_file (id),
    constraint collection_named_once unique (case_id, name),
    constraint collection_named check (length(btrim(name)) between 1 and 200)
);

-- What a statement rests on. ref_kind and ref_id name a record of another module, such as a document.
create table entities.source (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    kind         text        not null,
    title        text        not null,
    publisher    text        not null default '',
    published    text        not null default '',
    checked      date,
    url          text        not null default '',
    ref_kind     text        not null default '',
    ref_id       uuid,
    collection   uuid,
    constraint source_pk primary key (id),
    constraint source_case_fk foreign key (case_id) references cases.case_file (id),
    constraint source_collection_fk foreign key (collection) references entities.collection (id),
    constraint source_kind_known check (kind in ('publication', 'article', 'register', 'exhibit', 'document', 'statement', 'other')),
    constraint source_titled check (length(btrim(title)) between 1 and 500)
);
create index source_case on entities.source (case_id, id desc);

-- An entity holds nothing but its identity; schema and caption repeat what its open statements say, for lists.
create table entities.entity (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    schema       text        not null,
    caption      text        not null default '',
    words        text        not null default '',
    edge         boolean     not null,
    marked       boolean     not null,
    collection   uuid,
    foreign_id   text,
    subject      uuid,
    constraint entity_pk primary key (id),
    constraint entity_case_fk foreign key (case_id) references cases.case_file (id),
    constraint entity_collection_fk foreign key (collection) references entities.collection (id),
    constraint entity_subject_fk foreign key (subject) references cases.subject (id),
    constraint entity_foreign_id_once unique (collection, foreign_id),
    constraint entity_foreign_id_of_a_collection check ((collection is null) = (foreign_id is null))
);
create index entity_case on entities.entity (case_id, marked, edge, id desc);
create index entity_case_schema on entities.entity (case_id, schema, id desc);
create index entity_words on entities.entity using gin (words gin_trgm_ops);

-- Insert only: a correction is a retraction and a new statement.
create table entities.statement (
    id                uuid        not null,
    owner             uuid        not null,
    label             int         not null,
    case_id           uuid        not null,
    recorded_at       timestamptz not null,
    recorded_by       uuid        not null,
    version           int         not null default 1,
    subject           uuid        not null,
    schema            text        not null,
    property          text        not null,
    value             text        not null,
    original          text        not null,
    language          text        not null default '',
    qualifier         text        not null default '',
    points_to         uuid,
    source            uuid        not null,
    locator_kind      text        not null,
    locator           text        not null default '',
    kind              text        not null,
    source_grade      text,
    information_grade int,
    valid_from        text,
    valid_until       text,
    marked            boolean     not null,
    constraint statement_pk primary key (id),
    constraint statement_case_fk foreign key (case_id) references cases.case_file (id),
    constraint statement_subject_fk foreign key (subject) references entities.entity (id),
    constraint statement_source_fk foreign key (source) references entities.source (id),
    constraint statement_locator_known check (locator_kind in ('whole', 'page', 'paragraph', 'row', 'text', 'url')),
    constraint statement_kind_known check (kind in ('fact', 'assessment')),
    constraint statement_assessment_graded check (kind = 'fact' or (source_grade is not null and information_grade is not null)),
    constraint statement_grades_known check (source_grade between 'A' and 'F' and information_grade between 1 and 6),
    constraint statement_says_something check (length(value) > 0)
);
create index statement_subject on entities.statement (subject, id);
create index statement_points_to on entities.statement (points_to) where points_to is not null;
create index statement_source on entities.statement (source, id);

create table entities.retraction (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    statement    uuid        not null,
    reason       text        not null,
    constraint retraction_pk primary key (id),
    constraint retraction_case_fk foreign key (case_id) references cases.case_file (id),
    constraint retraction_statement_fk foreign key (statement) references entities.statement (id),
    constraint retraction_once unique (statement),
    constraint retraction_reasoned check (length(btrim(reason)) > 0)
);

create table entities.import_run (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    collection   uuid        not null,
    source       uuid        not null,
    job          uuid,
    file_name    text        not null,
    size         bigint      not null,
    sha256       text        not null,
    lines        bigint      not null default 0,
    blank        bigint      not null default 0,
    read         bigint      not null default 0,
    refused      bigint      not null default 0,
    found        bigint      not null default 0,
    marked       bigint      not null default 0,
    left_out     bigint      not null default 0,
    added        bigint      not null default 0,
    known        bigint      not null default 0,
    done         boolean     not null default false,
    constraint import_run_pk primary key (id),
    constraint import_run_case_fk foreign key (case_id) references cases.case_file (id),
    constraint import_run_collection_fk foreign key (collection) references entities.collection (id),
    constraint import_run_source_fk foreign key (source) references entities.source (id)
);
create index import_run_collection on entities.import_run (collection, id desc);

-- line 0 stands for none: one row a property and reason, with how often it happened.
create table entities.import_fault (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    run          uuid        not null,
    line         bigint      not null,
    property     text        not null default '',
    code         text        not null,
    detail       text        not null,
    times        bigint      not null default 1,
    constraint import_fault_pk primary key (id),
    constraint import_fault_case_fk foreign key (case_id) references cases.case_file (id),
    constraint import_fault_run_fk foreign key (run) references entities.import_run (id),
    constraint import_fault_once unique (run, line, property, code, detail)
);

create function entities.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A % is never changed; add another record instead', tg_table_name using errcode = 'PL002';
end $$;
create trigger statement_insert_only before update or delete on entities.statement
    for each row execute function entities.refuse_change();
create trigger retraction_insert_only before update or delete on entities.retraction
    for each row execute function entities.refuse_change();

do $$
declare t text;
begin
    foreach t in array array['collection', 'source', 'entity', 'statement', 'retraction', 'import_run', 'import_fault'] loop
        execute format('alter table entities.%I enable row level security', t);
        execute format('alter table entities.%I force row level security', t);
        execute format('create policy %I on entities.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema entities to plumbline_app;
grant select, insert on all tables in schema entities to plumbline_app;
grant update on entities.collection, entities.entity, entities.import_run, entities.import_fault to plumbline_app;
