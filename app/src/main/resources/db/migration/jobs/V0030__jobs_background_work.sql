-- Why: durable background work with progress; the first table is db-scheduler's own.
-- Rows: thousands. Locks: none. Undo: drop schema jobs.
create schema jobs;

create table jobs.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_time on jobs.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on jobs.scheduled_tasks (last_heartbeat);

create table jobs.job (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    kind         text        not null,
    title        text        not null,
    data         text        not null,
    purpose      text        not null,
    state        text        not null,
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    note         text        not null default '',
    started_at   timestamptz,
    finished_at  timestamptz,
    constraint job_pk primary key (id),
    constraint job_state_known check (state in ('waiting', 'running', 'paused', 'done', 'failed')),
    constraint job_counts check (done >= 0 and total >= 0)
);
create index job_case on jobs.job (case_id, id desc);
create index job_open on jobs.job (state) where state in ('waiting', 'running');

alter table jobs.job enable row level security;
alter table jobs.job force row level security;
create policy job_visible on jobs.job using (label = any ((select access.visible())::int[]));

grant usage on schema jobs to plumbline_app;
grant select, insert, update on jobs.job to plumbline_app;
grant select, insert, update, delete on jobs.scheduled_tasks to plumbline_app;
