-- Why: which evidence packages were given out of a case: what was in them, to whom, for what, under which terms. What a
-- package says besides the originals is kept in the vault as a content of the case, so that it can be handed out again.
-- Rows: a few a case. Locks: none. Undo: drop the table.
create table custody.evidence_package (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    recipient    text        not null,
    purpose      text        not null,
    conditions   text        not null,
    digest       text        not null,
    bytes        bigint      not null,
    exhibits     uuid[]      not null,
    content      uuid        not null,
    content_digest text      not null,
    constraint evidence_package_pk primary key (id),
    constraint evidence_package_case_fk foreign key (case_id) references cases.case_file (id),
    constraint evidence_package_content_fk foreign key (content) references custody.content (id),
    constraint evidence_package_recipient_said check (length(btrim(recipient)) between 1 and 300),
    constraint evidence_package_purpose_said check (length(btrim(purpose)) between 1 and 300),
    constraint evidence_package_conditions_bounded check (length(conditions) <= 4000),
    constraint evidence_package_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint evidence_package_has_exhibits check (cardinality(exhibits) between 1 and 1000)
);
create index evidence_package_case on custody.evidence_package (case_id, id desc);
alter table custody.evidence_package enable row level security;
alter table custody.evidence_package force row level security;
create policy evidence_package_visible on custody.evidence_package
    using (label = any ((select access.visible())::int[]));
grant select, insert on custody.evidence_package to plumbline_app;
