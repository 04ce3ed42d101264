-- Why: acts on exhibits with their signatures, what waits for one, and exhibits that are things without content or parts
-- of others. Each act keeps how things stand after it, so that lists need not replay chains.
-- Rows: a few an exhibit that is handled, hundreds of thousands at most; as many drafts. Locks: brief on custody.exhibit.
-- Undo: drop both tables; exhibits without content cannot go back.
alter table custody.exhibit
    alter column content drop not null,
    add column root     uuid,
    add column quantity text,
    add column unit     text,
    drop constraint exhibit_origin_known,
    drop constraint exhibit_child_has_parent,
    add constraint exhibit_origin_known check (origin in ('upload', 'command', 'child', 'collected', 'divided')),
    add constraint exhibit_child_has_parent check (origin not in ('child', 'divided') or parent is not null),
    add constraint exhibit_thing_has_no_content check ((content is null) = (origin in ('collected', 'divided'))),
    add constraint exhibit_root_fk foreign key (root) references custody.exhibit (id),
    add constraint exhibit_quantity_counted check ((quantity is null) = (unit is null));

create table custody.act (
    id             uuid        not null,
    owner          uuid        not null,
    label          int         not null,
    case_id        uuid        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null,
    version        int         not null default 1,
    exhibit        uuid        not null,
    sequence       int         not null,
    kind           text        not null,
    digest         text        not null,
    canonical      bytea       not null,
    signature      bytea       not null,
    witness        bytea,
    custodian      uuid        not null,
    place          uuid,
    seal           text,
    out_to         uuid,
    out_to_name    text,
    out_until      timestamptz,
    transfer_to    uuid,
    transfer_until timestamptz,
    merged_into    uuid,
    disposed       text,
    constraint act_pk primary key (id),
    constraint act_case_fk foreign key (case_id) references cases.case_file (id),
    constraint act_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint act_sequence_once unique (exhibit, sequence),
    constraint act_sequence_counts check (sequence > 0),
    constraint act_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint act_disposal_is_witnessed check ((kind = 'dispose') = (witness is not null))
);
create index act_into on custody.act (merged_into) where kind = 'merge-out';
create index act_of_case on custody.act (case_id, exhibit, sequence desc);

create table custody.act_draft (
    id          uuid        not null,
    owner       uuid        not null,
    label       int         not null,
    case_id     uuid        not null,
    recorded_at timestamptz not null,
    recorded_by uuid        not null,
    version     int         not null default 1,
    act         uuid        not null,
    exhibit     uuid        not null,
    canonical   bytea       not null,
    signer      uuid        not null,
    session     text,
    signature   bytea,
    expires_at  timestamptz not null,
    constraint act_draft_pk primary key (id),
    constraint act_draft_case_fk foreign key (case_id) references cases.case_file (id),
    constraint act_draft_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint act_draft_of_session_or_signed check ((session is null) = (signature is not null))
);
create index act_draft_waiting on custody.act_draft (exhibit, signer, expires_at);

do $$
declare t text;
begin
    foreach t in array array['act', 'act_draft'] loop
        execute format('alter table custody.%I enable row level security', t);
        execute format('alter table custody.%I force row level security', t);
        execute format('create policy %I on custody.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant select, insert on custody.act, custody.act_draft to plumbline_app;
