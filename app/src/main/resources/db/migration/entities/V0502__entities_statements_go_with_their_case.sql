-- Why: what is never changed is still erased with its case, by the role that does only that (V0191).
-- Rows: none. Locks: none. Undo: restore the function of before.
create or replace function entities.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_user = 'plumbline_case_eraser' then
        return old;
    end if;
    raise exception 'A % is never changed; add another record instead', tg_table_name using errcode = 'PL002';
end $$;
