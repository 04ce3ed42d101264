-- Why: files that arrive in pieces (tus 1.0.0): one row for each upload that was begun, and one more when it has ended. How
-- far an upload has come is not here: the vault knows, and only the vault can.
-- Rows: as many as large files. Locks: none. Undo: drop both tables.
create table custody.upload (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    arriving     uuid        not null,
    name         text        not null,
    stated_path  text        not null,
    origin       text        not null,
    bytes        bigint      not null,
    sha256       text,
    ingestion    uuid,
    purpose      text,
    metadata     text        not null,
    expires_at   timestamptz not null,
    constraint upload_pk primary key (id),
    constraint upload_case_fk foreign key (case_id) references cases.case_file (id),
    constraint upload_arriving_once unique (arriving),
    constraint upload_origin_known check (origin in ('upload', 'command')),
    constraint upload_bytes_counted check (bytes >= 0),
    constraint upload_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$')
);
create index upload_expires on custody.upload (expires_at);

create table custody.upload_ended (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    how          text        not null,
    exhibit      uuid,
    constraint upload_ended_once primary key (id),
    constraint upload_ended_fk foreign key (id) references custody.upload (id),
    constraint upload_ended_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint upload_ended_how_known check (how in ('received', 'given-up', 'refused')),
    constraint upload_ended_received check ((how = 'received') = (exhibit is not null))
);

do $$
declare t text;
begin
    foreach t in array array['upload', 'upload_ended'] loop
        execute format('alter table custody.%I enable row level security', t);
        execute format('alter table custody.%I force row level security', t);
        execute format('create policy %I on custody.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant select, insert on custody.upload, custody.upload_ended to plumbline_app;
