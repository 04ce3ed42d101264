-- Why: MD5 and SHA-1 of an exhibit's bytes where somebody asked for them, for comparing with lists and other tools. The
-- digest of record is and stays the SHA-256 in custody.content. What an upload asked for is kept with it, so that one that
-- goes on after a restart works out the same.
-- Rows: two for each exhibit that was asked for. Locks: custody.upload for a moment, for the new column has a constant
-- default. Undo: drop the table and the column.
create table custody.comparison_digest (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    exhibit      uuid        not null,
    kind         text        not null,
    digest       text        not null,
    constraint comparison_digest_pk primary key (id),
    constraint comparison_digest_case_fk foreign key (case_id) references cases.case_file (id),
    constraint comparison_digest_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint comparison_digest_once unique (exhibit, kind, label),
    constraint comparison_digest_is_one check (
        (kind = 'md5' and digest ~ '^[0-9a-f]{32}$') or (kind = 'sha1' and digest ~ '^[0-9a-f]{40}$'))
);
create index comparison_digest_case on custody.comparison_digest (case_id);
alter table custody.comparison_digest enable row level security;
alter table custody.comparison_digest force row level security;
create policy comparison_digest_visible on custody.comparison_digest
    using (label = any ((select access.visible())::int[]));
grant select, insert on custody.comparison_digest to plumbline_app;

alter table custody.upload add column digests text[] not null default '{}'
    constraint upload_digests_known check (digests <@ array['md5', 'sha1']);
