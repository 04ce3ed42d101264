-- Why: when a member leaves, somebody else becomes the assignee of their open tasks. Whoever decides that administers
-- members and sees no task: these functions touch the assignee alone, in the own organisation, and return a number.
-- Rows: none. Locks: the rows of the leaver's open tasks. Undo: drop the three functions.

-- Opens the labels of the own organisation to the next statement of a function below; returns what was open before.
create function cases.open_labels() returns text
    language plpgsql set search_path = pg_catalog as $$
declare before text := coalesce(current_setting('plumbline.labels', true), '');
begin
    perform set_config('plumbline.labels', coalesce((
        select array_agg(l.id)::text from access.label l
        where l.owner = nullif(current_setting('plumbline.organisation', true), '')::uuid), '{}'), true);
    return before;
end $$;

create function cases.open_tasks_of(p_member uuid) returns int
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := cases.open_labels(); counted int;
begin
    select count(*) into counted from cases.task where assignee = p_member and state = 'allocated';
    perform set_config('plumbline.labels', before, true);
    return counted;
end $$;

-- Where the successor has no standing to work the case, the task goes to who has decided on it longest: an assignee
-- who may not see a task would leave it undone, and an administrator gives nobody a standing.
create function cases.hand_over_tasks(p_member uuid, p_successor uuid) returns int
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := cases.open_labels(); moved int;
begin
    update cases.task t set version = version + 1, assignee = case
        when exists (select 1 from access.standing_now s
                     where s.case_id = t.case_id and s.member = p_successor and s.standing <> 'reader') then p_successor
        else coalesce((select s.member from access.standing_now s
                       where s.case_id = t.case_id and s.member <> p_member and s.standing in ('lead', 'supervisor')
                       order by s.recorded_at, s.given limit 1), p_successor) end
    where t.assignee = p_member and t.state = 'allocated';
    get diagnostics moved = row_count;
    perform set_config('plumbline.labels', before, true);
    return moved;
end $$;

revoke all on function cases.open_labels(), cases.open_tasks_of(uuid), cases.hand_over_tasks(uuid, uuid) from public;
grant execute on function cases.open_tasks_of(uuid), cases.hand_over_tasks(uuid, uuid) to plumbline_app;
