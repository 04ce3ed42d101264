-- Why: exhibits as received, the content of the vault (one row for each different content of a case), and what kind of
-- file an exhibit was found to be.
-- Rows: millions of contents, hundreds of thousands of exhibits. Locks: none. Undo: drop schema custody.
create schema custody;

create table custody.number_counter (
    case_id uuid not null,
    last    int  not null,
    constraint number_counter_pk primary key (case_id)
);

create table custody.content (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    digest       text        not null,
    bytes        bigint      not null,
    constraint content_pk primary key (id),
    constraint content_case_fk foreign key (case_id) references cases.case_file (id),
    constraint content_once unique (case_id, digest),
    constraint content_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint content_bytes_counted check (bytes >= 0)
);

create table custody.exhibit (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    number       int         not null,
    name         text        not null,
    stated_path  text        not null,
    origin       text        not null,
    content      uuid        not null,
    parent       uuid,
    constraint exhibit_pk primary key (id),
    constraint exhibit_case_fk foreign key (case_id) references cases.case_file (id),
    constraint exhibit_content_fk foreign key (content) references custody.content (id),
    constraint exhibit_parent_fk foreign key (parent) references custody.exhibit (id),
    constraint exhibit_number_once unique (case_id, number),
    constraint exhibit_name_said check (length(name) between 1 and 4000),
    constraint exhibit_origin_known check (origin in ('upload', 'command', 'child')),
    constraint exhibit_child_has_parent check ((origin = 'child') = (parent is not null))
);

create table custody.identification (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    exhibit      uuid        not null,
    media_type   text        not null,
    constraint identification_pk primary key (id),
    constraint identification_exhibit_fk foreign key (exhibit) references custody.exhibit (id)
);
create index identification_newest on custody.identification (exhibit, id desc);

do $$
declare t text;
begin
    foreach t in array array['content', 'exhibit', 'identification'] loop
        execute format('alter table custody.%I enable row level security', t);
        execute format('alter table custody.%I force row level security', t);
        execute format('create policy %I on custody.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema custody to plumbline_app;
grant select, insert on custody.content, custody.exhibit, custody.identification to plumbline_app;
grant select, insert, update on custody.number_counter to plumbline_app;
