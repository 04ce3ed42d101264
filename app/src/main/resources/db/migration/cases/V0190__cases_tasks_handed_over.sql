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

create function cases.hand_over_tasks(p_member uuid, p_successor uuid) returns int
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := cases.open_labels(); moved int;
begin
    update cases.task set assignee = p_successor, version = version + 1
    where assignee = p_member and state = 'allocated';
    get diagnostics moved = row_count;
    perform set_config('plumbline.labels', before, true);
    return moved;
end $$;

revoke all on function cases.open_labels(), cases.open_tasks_of(uuid), cases.hand_over_tasks(uuid, uuid) from public;
grant execute on function cases.open_tasks_of(uuid), cases.hand_over_tasks(uuid, uuid) to plumbline_app;
