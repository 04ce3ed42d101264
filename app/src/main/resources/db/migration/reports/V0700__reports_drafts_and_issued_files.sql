-- Why: reports as people draft them (what is chosen, in which order, under which heading) and the files issued from them.
-- A draft holds identifiers only; what they mean is read when a file is made.
-- Rows: hundreds of thousands of reports, a few files each. Locks: none. Undo: drop schema reports.
create schema reports;

-- statements and headings run side by side: the heading at a place is that of the statement at the same place.
create table reports.report (
    id                     uuid        not null,
    owner                  uuid        not null,
    label                  int         not null,
    case_id                uuid        not null,
    recorded_at            timestamptz not null,
    recorded_by            uuid        not null,
    version                int         not null default 1,
    template               text        not null,
    title                  text        not null,
    language               text        not null,
    sections               text[]      not null,
    introduction           text        not null default '',
    conclusion             text        not null default '',
    conclusion_source      text,
    conclusion_information int,
    concluded_by           uuid,
    concluded_at           timestamptz,
    statements             uuid[]      not null default '{}',
    headings               text[]      not null default '{}',
    charts                 uuid[]      not null default '{}',
    every_exhibit          boolean     not null,
    exhibits               uuid[]      not null default '{}',
    state                  text        not null,
    constraint report_pk primary key (id),
    constraint report_case_fk foreign key (case_id) references cases.case_file (id),
    constraint report_titled check (length(btrim(title)) between 1 and 200),
    constraint report_state_known check (state in ('draft', 'issued')),
    constraint report_headed check (cardinality(statements) = cardinality(headings)),
    constraint report_conclusion_graded check (conclusion = '' or (conclusion_source is not null
        and conclusion_information is not null and concluded_by is not null and concluded_at is not null)),
    constraint report_grades_known check (conclusion_source between 'A' and 'F' and conclusion_information between 1 and 6)
);
create index report_case on reports.report (case_id, id desc);

-- One row a file. The bytes are in the vault, under the digest that the trail has too.
create table reports.report_issue (
    id             uuid        not null,
    owner          uuid        not null,
    label          int         not null,
    case_id        uuid        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid        not null,
    version        int         not null default 1,
    report         uuid        not null,
    report_version int         not null,
    job            uuid        not null,
    format         text        not null,
    name           text        not null,
    content        uuid        not null,
    digest         text        not null,
    bytes          bigint      not null,
    warnings       text[]      not null default '{}',
    constraint report_issue_pk primary key (id),
    constraint report_issue_case_fk foreign key (case_id) references cases.case_file (id),
    constraint report_issue_report_fk foreign key (report) references reports.report (id),
    constraint report_issue_content_fk foreign key (content) references custody.content (id),
    constraint report_issue_format_known check (format in ('docx', 'pdf')),
    constraint report_issue_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint report_issue_bytes_counted check (bytes > 0),
    constraint report_issue_once unique (job, format)
);
create index report_issue_report on reports.report_issue (report, id desc);

create function reports.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'An issued file is never changed; issue the report again instead' using errcode = 'PL002';
end $$;
create trigger report_issue_insert_only before update or delete on reports.report_issue
    for each row execute function reports.refuse_change();

do $$
declare t text;
begin
    foreach t in array array['report', 'report_issue'] loop
        execute format('alter table reports.%I enable row level security', t);
        execute format('alter table reports.%I force row level security', t);
        execute format('create policy %I on reports.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema reports to plumbline_app;
grant select, insert, update on reports.report to plumbline_app;
grant select, insert on reports.report_issue to plumbline_app;
