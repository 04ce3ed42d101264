-- Why: a hold may end by itself. Who decides on an erasure sees neither entry nor hold, so the question is answered here.
-- Rows: none. Locks: none. Undo: restore the function of V0027.
-- A hold is over once its last day has ended everywhere.
create or replace function audit.erasure_is_held(p_asked uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (
        select 1 from audit.erasure_asked a
        join audit.entry e on e.id = a.entry
        join access.hold_live h on h.case_id = e.case_id
        where a.id = p_asked and (h.until is null or h.until >= (now() at time zone 'Etc/GMT+12')::date))
$$;
