-- Why: whoever administers an organisation sees how its background work stands, and begins again what failed, without
-- seeing a case. These functions tell kinds, states, times and counts, never a title, what was asked, a purpose or a case.
-- Rows: none. Locks: job, for the index. Undo: drop the functions and the index.
create index job_failed on jobs.job (id desc) where state = 'failed';

-- Opens labels to the next statement of a function below: those of one organisation, or all where none is given; returns
-- what was open before.
create function jobs.open_labels(p_organisation uuid) returns text
    language plpgsql set search_path = pg_catalog as $$
declare before text := coalesce(current_setting('plumbline.labels', true), '');
begin
    perform set_config('plumbline.labels', coalesce((
        select array_agg(l.id)::text from access.label l where p_organisation is null or l.owner = p_organisation), '{}'), true);
    return before;
end $$;

create function jobs.acting_organisation() returns uuid
    language sql stable set search_path = pg_catalog as $$
    -- Nobody's jobs where nobody acts.
    select coalesce(nullif(current_setting('plumbline.organisation', true), '')::uuid, '00000000-0000-0000-0000-000000000000')
$$;

create function jobs.overview(p_job uuid, p_state text, p_before uuid, p_most int)
    returns table (id uuid, kind text, state text, done bigint, total bigint, recorded_at timestamptz,
                   started_at timestamptz, finished_at timestamptz, failures int, server text)
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := jobs.open_labels(jobs.acting_organisation());
begin
    return query
        select j.id, j.kind, j.state, j.done, j.total, j.recorded_at, j.started_at, j.finished_at,
               coalesce(s.consecutive_failures, 0), case when s.picked then s.picked_by end
        from jobs.job j
        left join lateral (
            select t.consecutive_failures, t.picked, t.picked_by from jobs.scheduled_tasks t
            where t.task_name = 'job' and t.task_instance like j.id::text || '-%'
            order by t.execution_time desc limit 1) s on j.state <> 'done'
        where j.owner = jobs.acting_organisation()
          and (p_job is null or j.id = p_job)
          and (p_state = '' or j.state = p_state)
          and (p_before is null or j.id < p_before)
        order by j.id desc limit p_most;
    perform set_config('plumbline.labels', before, true);
end $$;

-- Marks a failed job of the own organisation as waiting; says as whom and where it works, for the scheduler alone.
create function jobs.begin_again(p_job uuid) returns table (starter uuid, in_case uuid, compartment uuid)
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := jobs.open_labels(jobs.acting_organisation());
begin
    return query
        update jobs.job j set state = 'waiting', note = '', version = version + 1, finished_at = null
        from access.label l
        where j.id = p_job and j.owner = jobs.acting_organisation() and j.state = 'failed' and l.id = j.label
        returning j.recorded_by, j.case_id, l.compartments[1];
    perform set_config('plumbline.labels', before, true);
end $$;

-- How many of everybody's have failed: a figure for monitoring.
create function jobs.failed() returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := jobs.open_labels(null); counted bigint;
begin
    select count(*) into counted from jobs.job where state = 'failed';
    perform set_config('plumbline.labels', before, true);
    return counted;
end $$;

revoke all on function jobs.open_labels(uuid), jobs.acting_organisation(), jobs.overview(uuid, text, uuid, int),
    jobs.begin_again(uuid), jobs.failed() from public;
grant execute on function jobs.overview(uuid, text, uuid, int), jobs.begin_again(uuid), jobs.failed() to plumbline_app;
