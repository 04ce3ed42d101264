-- Why: what is never changed is still erased with its case, by the role that does only that (V0191).
-- Rows: none. Locks: none. Undo: restore the function of before.
create or replace function reports.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'plumbline_case_eraser' then
        return old;
    end if;
    raise exception 'An issued file is never changed; issue the report again instead' using errcode = 'PL002';
end $$;
