-- Why: whoever keeps a search is told of new material that it finds, in its case and under their own labels then; where it asks
-- for a person, only after a supervisor agreed, for at most 90 days.
-- Rows: one for each alert, its decision and its end; one for each time that something new was found, with the records, which is
-- also how an alert knows what is not new. Locks: none.
-- Undo: drop the function and the five tables.
create table search.alert (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    saved_search uuid        not null,
    about        text        not null,
    subject      uuid,
    reason       text        not null,
    purpose      text        not null,
    compartment  uuid,
    constraint alert_pk primary key (id),
    constraint alert_case_fk foreign key (case_id) references cases.case_file (id),
    constraint alert_of_fk foreign key (saved_search) references search.saved_search (id),
    constraint alert_about check (about in ('organisation', 'contract', 'matter', 'person')),
    constraint alert_person check ((about = 'person') = (subject is not null) and (about <> 'person' or reason <> '')),
    constraint alert_bounded check (length(reason) <= 1000)
);
create index alert_of_case on search.alert (case_id);
create table search.alert_decision (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    alert        uuid        not null,
    agreed       boolean     not null,
    reason       text        not null,
    until        date,
    constraint alert_decision_pk primary key (id),
    constraint alert_decision_case_fk foreign key (case_id) references cases.case_file (id),
    constraint alert_decision_of_fk foreign key (alert) references search.alert (id),
    constraint alert_decision_once unique (alert),
    constraint alert_decision_reasoned check (length(reason) between 1 and 1000),
    -- A day more than the rule: the day is one of the case's zone.
    constraint alert_decision_bounded check (agreed = (until is not null) and until <= recorded_at::date + 91)
);
create index alert_decision_of_case on search.alert_decision (case_id);
create table search.alert_end (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    alert        uuid        not null,
    constraint alert_end_pk primary key (id),
    constraint alert_end_case_fk foreign key (case_id) references cases.case_file (id),
    constraint alert_end_of_fk foreign key (alert) references search.alert (id),
    constraint alert_end_once unique (alert)
);
create index alert_end_of_case on search.alert_end (case_id);
create table search.alert_news (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    alert        uuid        not null,
    beginning    boolean     not null,
    records      uuid[]      not null,
    constraint alert_news_pk primary key (id),
    constraint alert_news_case_fk foreign key (case_id) references cases.case_file (id),
    constraint alert_news_of_fk foreign key (alert) references search.alert (id)
);
create index alert_news_of_case on search.alert_news (case_id);
create index alert_news_of_alert on search.alert_news (alert, id);
create table search.alert_read (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    news         uuid        not null,
    constraint alert_read_pk primary key (id),
    constraint alert_read_case_fk foreign key (case_id) references cases.case_file (id),
    constraint alert_read_of_fk foreign key (news) references search.alert_news (id),
    constraint alert_read_once unique (news)
);
create index alert_read_of_case on search.alert_read (case_id);

alter table search.alert enable row level security;
alter table search.alert force row level security;
create policy alert_visible on search.alert using (label = any ((select access.visible())::int[]));
grant select, insert on search.alert to plumbline_app;

alter table search.alert_decision enable row level security;
alter table search.alert_decision force row level security;
create policy alert_decision_visible on search.alert_decision using (label = any ((select access.visible())::int[]));
grant select, insert on search.alert_decision to plumbline_app;

alter table search.alert_end enable row level security;
alter table search.alert_end force row level security;
create policy alert_end_visible on search.alert_end using (label = any ((select access.visible())::int[]));
grant select, insert on search.alert_end to plumbline_app;

alter table search.alert_news enable row level security;
alter table search.alert_news force row level security;
create policy alert_news_visible on search.alert_news using (label = any ((select access.visible())::int[]));
grant select, insert on search.alert_news to plumbline_app;

alter table search.alert_read enable row level security;
alter table search.alert_read force row level security;
create policy alert_read_visible on search.alert_read using (label = any ((select access.visible())::int[]));
grant select, insert on search.alert_read to plumbline_app;

-- The alerts about persons of the acting organisation, for its overseer: who, when, until when, how often, and of no case what it is.
create function search.person_alerts(p_before uuid, p_most int)
    returns table (id uuid, asked_by uuid, asked_at timestamptz, decided_by uuid, decided_at timestamptz, agreed boolean,
                   until date, ended_at timestamptz, news bigint)
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    acting uuid := coalesce(nullif(current_setting('plumbline.organisation', true), '')::uuid, '00000000-0000-0000-0000-000000000000');
    before text := coalesce(current_setting('plumbline.labels', true), '');
begin
    perform set_config('plumbline.labels', coalesce((
        select array_agg(l.id)::text from access.label l where l.owner = acting), '{}'), true);
    return query
        select a.id, a.recorded_by, a.recorded_at, d.recorded_by, d.recorded_at, d.agreed, d.until, e.recorded_at,
               (select count(*) from search.alert_news n where n.alert = a.id and not n.beginning)
        from search.alert a
        left join search.alert_decision d on d.alert = a.id
        left join search.alert_end e on e.alert = a.id
        where a.owner = acting and a.about = 'person' and (p_before is null or a.id < p_before)
        order by a.id desc limit p_most;
    perform set_config('plumbline.labels', before, true);
end $$;

revoke all on function search.person_alerts(uuid, int) from public;
grant execute on function search.person_alerts(uuid, int) to plumbline_app;
