-- Why: a start under a clock that is before the newest entry has to say so, and to number on from there. What leaves the
-- function is one identifier, which says nothing of anybody but when the newest entry was made.
-- Rows: none. Locks: none. Undo: drop the function.
create function audit.newest_entry() returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select e.id from audit.entry e order by e.id desc limit 1
$$;
revoke all on function audit.newest_entry() from public;
grant execute on function audit.newest_entry() to plumbline_app;
