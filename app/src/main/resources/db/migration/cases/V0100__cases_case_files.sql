-- Why: the case file, its authority, journal, tasks and subjects. No case without authority and purpose.
-- Rows: 100,000 cases, millions of journal entries and tasks. Locks: none. Undo: drop schema cases.
create schema cases;

create table cases.number_counter (
    organisation uuid not null,
    year         int  not null,
    last         int  not null,
    constraint number_counter_pk primary key (organisation, year)
);

create table cases.case_file (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    number       text        not null,
    title        text        not null,
    type         text        not null,
    state        text        not null,
    caveat       text        not null,
    question     text        not null default '',
    lead         uuid        not null,
    supervisor   uuid,
    review_due   date        not null,
    zone         text        not null,
    constraint case_file_pk primary key (id),
    constraint case_file_is_its_case check (case_id = id),
    constraint case_file_number_once unique (owner, number),
    constraint case_file_title_said check (length(btrim(title)) between 1 and 300),
    constraint case_file_state_known check (state in ('open', 'closed')),
    constraint case_file_type_known check (type in ('inquiry', 'fraud', 'corruption', 'labour', 'procurement', 'documentation', 'other')),
    constraint case_file_caveat_known check (caveat in ('none', 'originator-control', 'no-onward', 'source-protected'))
);
create index case_file_recent on cases.case_file (owner, id desc);

create table cases.authority (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    legal_basis  text        not null,
    reference    text        not null,
    purpose      text        not null,
    valid_from   date        not null,
    valid_until  date        not null,
    zone         text        not null,
    constraint authority_pk primary key (id),
    constraint authority_case_fk foreign key (case_id) references cases.case_file (id),
    constraint authority_basis_said check (length(btrim(legal_basis)) > 0 and length(btrim(reference)) > 0),
    constraint authority_purpose_said check (length(btrim(purpose)) > 0),
    constraint authority_in_order check (valid_from <= valid_until)
);
create index authority_case on cases.authority (case_id, id desc);

create table cases.journal_entry (
    id             uuid        not null,
    owner          uuid        not null,
    label          int         not null,
    case_id        uuid        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null,
    version        int         not null default 1,
    heading        text        not null,
    body           text        not null,
    happened       text        not null,
    happened_clock text        not null,
    corrects       uuid,
    signed_off_at  timestamptz,
    constraint journal_entry_pk primary key (id),
    constraint journal_entry_case_fk foreign key (case_id) references cases.case_file (id),
    constraint journal_entry_corrects_fk foreign key (corrects) references cases.journal_entry (id),
    constraint journal_entry_said check (length(btrim(heading)) > 0)
);
create index journal_entry_case on cases.journal_entry (case_id, id desc);

-- A signed-off entry never changes: not by the application, not by its owner.
create function cases.refuse_change_after_sign_off() returns trigger language plpgsql as $$
begin
    if old.signed_off_at is not null then
        raise exception 'Journal entry % is signed off; append a correction instead', old.id using errcode = 'PL001';
    end if;
    return new;
end $$;
create trigger journal_entry_immutable before update on cases.journal_entry
    for each row execute function cases.refuse_change_after_sign_off();

create table cases.task (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    title        text        not null,
    assignee     uuid        not null,
    due          date        not null,
    zone         text        not null,
    state        text        not null,
    result       text        not null default '',
    constraint task_pk primary key (id),
    constraint task_case_fk foreign key (case_id) references cases.case_file (id),
    constraint task_title_said check (length(btrim(title)) between 1 and 300),
    constraint task_state_known check (state in ('allocated', 'completed'))
);
create index task_case on cases.task (case_id, due, id);
create index task_assignee on cases.task (assignee, state, due);

create table cases.subject (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    name         text        not null,
    kind         text        not null,
    role         text        not null,
    authority    uuid        not null,
    basis        text        not null,
    review_due   date        not null,
    zone         text        not null,
    constraint subject_pk primary key (id),
    constraint subject_case_fk foreign key (case_id) references cases.case_file (id),
    constraint subject_authority_fk foreign key (authority) references cases.authority (id),
    constraint subject_name_said check (length(btrim(name)) between 1 and 300),
    constraint subject_kind_known check (kind in ('person', 'organisation')),
    constraint subject_role_known check (role in ('suspect', 'convicted', 'victim', 'witness', 'other'))
);
create index subject_case on cases.subject (case_id, id);

do $$
declare t text;
begin
    foreach t in array array['case_file', 'authority', 'journal_entry', 'task', 'subject'] loop
        execute format('alter table cases.%I enable row level security', t);
        execute format('alter table cases.%I force row level security', t);
        execute format('create policy %I on cases.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema cases to plumbline_app;
grant select, insert, update on cases.number_counter, cases.case_file, cases.task, cases.journal_entry, cases.subject to plumbline_app;
grant select, insert on cases.authority to plumbline_app;
