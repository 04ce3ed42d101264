-- Why: while a hold is in force on a case nothing of it is erased, and who decides on an erasure sees neither entry nor hold.
-- Rows: none. Locks: none. Undo: drop the function.
grant usage on schema access to plumbline_eraser;
grant select on access.hold_live to plumbline_eraser;

-- Whether the entry that is asked to be erased belongs to a case under a hold.
create function audit.erasure_is_held(p_asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (
        select 1 from audit.erasure_asked a
        join audit.entry e on e.id = a.entry
        join access.hold_live h on h.case_id = e.case_id
        where a.id = p_asked)
$$;
grant create on schema audit to plumbline_eraser;
alter function audit.erasure_is_held(uuid) owner to plumbline_eraser;
revoke create on schema audit from plumbline_eraser;
revoke all on function audit.erasure_is_held(uuid) from public;
grant execute on function audit.erasure_is_held(uuid) to plumbline_app;
