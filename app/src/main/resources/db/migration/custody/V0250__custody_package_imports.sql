-- Why: evidence packages that were imported into a case, under which terms and keys, and the custody of their exhibits
-- before they came here, word for word. What came out of a package has it as its parent.
-- Rows: a few imports a case; as many chains as exhibits in them. Locks: brief on custody.exhibit, which is read through
-- once. Undo: drop both tables; exhibits out of packages cannot go back.
alter table custody.exhibit
    drop constraint exhibit_origin_known,
    drop constraint exhibit_child_has_parent,
    add constraint exhibit_origin_known
        check (origin in ('upload', 'command', 'child', 'collected', 'divided', 'package')),
    add constraint exhibit_child_has_parent
        check (origin not in ('child', 'divided', 'package') or parent is not null);

create table custody.package_import (
    id                uuid        not null,
    owner             uuid        not null,
    label             int         not null,
    case_id           uuid        not null,
    recorded_at       timestamptz not null,
    recorded_by       uuid        not null,
    version           int         not null default 1,
    exhibit           uuid        not null,
    package           text        not null,
    terms             bytea       not null,
    digest            text        not null,
    statement         text        not null,
    given_at          timestamptz not null,
    organisation_key  text        not null,
    log_key           text        not null,
    log_origin        text        not null,
    tree_size         bigint      not null,
    tree_root         text        not null,
    vouched           boolean     not null,
    trust             text        not null,
    reason            text        not null,
    exhibits          int         not null,
    constraint package_import_pk primary key (id),
    constraint package_import_case_fk foreign key (case_id) references cases.case_file (id),
    constraint package_import_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint package_import_once unique (label, package),
    constraint package_import_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint package_import_statement_is_sha256 check (statement ~ '^[0-9a-f]{64}$'),
    constraint package_import_vouched_by check (not vouched or length(trust) > 0),
    constraint package_import_reason_said check (length(btrim(reason)) between 1 and 300),
    constraint package_import_counts check (exhibits >= 0)
);
create index package_import_case on custody.package_import (case_id, id desc);

create table custody.earlier_custody (
    id          uuid        not null,
    owner       uuid        not null,
    label       int         not null,
    case_id     uuid        not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    version     int         not null default 1,
    import      uuid        not null,
    position    int         not null,
    exhibit     uuid,
    canonical   bytea       not null,
    digest      text        not null,
    constraint earlier_custody_pk primary key (id),
    constraint earlier_custody_case_fk foreign key (case_id) references cases.case_file (id),
    constraint earlier_custody_import_fk foreign key (import) references custody.package_import (id),
    constraint earlier_custody_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint earlier_custody_exhibit_once unique (exhibit),
    constraint earlier_custody_position_once unique (import, position),
    constraint earlier_custody_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);
create index earlier_custody_case on custody.earlier_custody (case_id);

alter table custody.package_import enable row level security;
alter table custody.package_import force row level security;
create policy package_import_visible on custody.package_import
    using (label = any ((select access.visible())::int[]));
grant select, insert on custody.package_import to plumbline_app;
alter table custody.earlier_custody enable row level security;
alter table custody.earlier_custody force row level security;
create policy earlier_custody_visible on custody.earlier_custody
    using (label = any ((select access.visible())::int[]));
grant select, insert on custody.earlier_custody to plumbline_app;
