-- Why: link charts of a case, and every layout that was ever saved of them. Facts are not kept here: nodes and links are
-- read from the entities at each look. Rows: 100,000 charts, tens of millions of saves. Locks: none.
-- Undo: drop schema charts.
create schema charts;

create table charts.chart (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    title        text        not null,
    layout       text        not null,
    entities     int         not null,
    saved_at     timestamptz not null,
    saved_by     uuid        not null,
    constraint chart_pk primary key (id),
    constraint chart_case_fk foreign key (case_id) references cases.case_file (id),
    constraint chart_titled check (length(btrim(title)) between 1 and 300),
    constraint chart_entities_counted check (entities >= 0)
);
create index chart_case on charts.chart (case_id, id desc);

-- Insert only: a layout that was saved is never lost. number is the version the chart had from this save on; recorded_at
-- and recorded_by say when and by whom.
create table charts.chart_version (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    chart        uuid        not null,
    number       int         not null,
    title        text        not null,
    layout       text        not null,
    entities     int         not null,
    constraint chart_version_pk primary key (id),
    constraint chart_version_case_fk foreign key (case_id) references cases.case_file (id),
    constraint chart_version_chart_fk foreign key (chart) references charts.chart (id),
    constraint chart_version_number_once unique (chart, number)
);

create function charts.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A saved layout is never changed; save another one' using errcode = 'PL002';
end $$;
create trigger chart_version_insert_only before update or delete on charts.chart_version
    for each row execute function charts.refuse_change();

do $$
declare t text;
begin
    foreach t in array array['chart', 'chart_version'] loop
        execute format('alter table charts.%I enable row level security', t);
        execute format('alter table charts.%I force row level security', t);
        execute format('create policy %I on charts.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;

grant usage on schema charts to plumbline_app;
grant select, insert on all tables in schema charts to plumbline_app;
grant update on charts.chart to plumbline_app;
