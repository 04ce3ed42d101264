-- Why: the trail (one entry for each act, consultation and refusal; its body apart, so that a body can be erased by
-- law while the entry stands), and the events that acts leave for later stages.
-- Rows: several million a year. Locks: none. Undo: drop schema audit.
create schema audit;

create table audit.entry (
    id           uuid        not null,
    owner        uuid        not null,
    label        int,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    kind         text        not null,
    action       text        not null,
    outcome      text        not null,
    reason_code  text,
    part_of      uuid,
    leaf         bytea       not null,
    constraint entry_pk primary key (id),
    constraint entry_kind_known check (kind in ('act', 'consultation', 'refusal')),
    constraint entry_outcome_known check (outcome in ('done', 'shown', 'refused')),
    constraint entry_leaf_is_sha256 check (length(leaf) = 32),
    constraint entry_refusal_has_reason check ((kind = 'refusal') = (reason_code is not null))
);
create index entry_case on audit.entry (case_id, id desc);
create index entry_owner on audit.entry (owner, id desc);
create index entry_member on audit.entry (recorded_by, id desc);
create index entry_part on audit.entry (part_of) where part_of is not null;

create table audit.body (
    entry        uuid        not null,
    recorded_by  uuid        not null,
    salt         bytea       not null,
    content      text        not null,
    constraint body_pk primary key (entry),
    constraint body_entry_fk foreign key (entry) references audit.entry (id),
    constraint body_salt_long_enough check (length(salt) = 16)
);

create table audit.event (
    id           uuid        not null,
    kind         text        not null,
    ref_kind     text        not null,
    ref_id       uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint event_pk primary key (id)
);

create table audit.event_delivered (
    event        uuid        not null,
    listener     text        not null,
    delivered_at timestamptz not null,
    constraint event_delivered_pk primary key (event, listener),
    constraint event_delivered_fk foreign key (event) references audit.event (id)
);

-- Reading: the overseer of the organisation reads its trail; a member reads what belongs to visible labels, and the
-- own entries. Writing: anybody who acts, for the own organisation.
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy entry_read on audit.entry for select using (
    label = any ((select access.visible())::int[])
    or recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid
    or (owner = nullif(current_setting('plumbline.organisation', true), '')::uuid
        and current_setting('plumbline.overseer', true) = 'true'));
create policy entry_write on audit.entry for insert with check (
    recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid);

alter table audit.body enable row level security;
alter table audit.body force row level security;
create policy body_read on audit.body for select using (exists (select 1 from audit.entry e where e.id = entry));
create policy body_write on audit.body for insert with check (
    recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid);

grant usage on schema audit to plumbline_app;
grant select, insert on all tables in schema audit to plumbline_app;
