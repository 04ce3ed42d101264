-- Why: a hold says by which authority it is placed, what it covers (the case, one exhibit, one subject) and until when;
-- whoever placed it doesn't lift it, whatever the application does.
-- Rows: a few a case. Locks: access.hold_placed for a moment (new columns with constant defaults). Undo: drop the trigger and
-- the columns, restore hold_live of V0016 and audit.erasure_is_held of V0027.
alter table access.hold_placed add column scope text not null default 'case';
alter table access.hold_placed add column scope_id uuid;
alter table access.hold_placed add column authority text not null default '';
alter table access.hold_placed add column until date;
alter table access.hold_placed add constraint hold_placed_scope_known check (scope in ('case', 'exhibit', 'subject'));
alter table access.hold_placed add constraint hold_placed_covers_something check ((scope = 'case') = (scope_id is null));

-- Not lifted; its last day may have passed.
create or replace view access.hold_live as
    select p.id, p.case_id, p.reason, p.recorded_at, p.recorded_by, p.scope, p.scope_id, p.authority, p.until
    from access.hold_placed p
    where not exists (select 1 from access.hold_lifted l where l.hold = p.id);

-- Holds of before could be lifted by whoever placed them, and stay lifted.
create function access.refuse_own_lifting() returns trigger language plpgsql as $$
begin
    if exists (select 1 from access.hold_placed p where p.id = new.hold and p.recorded_by = new.recorded_by) then
        raise exception 'Hold % is not lifted by the person who placed it', new.hold using errcode = 'PL002';
    end if;
    return new;
end $$;
create trigger hold_lifted_by_another before insert on access.hold_lifted
    for each row execute function access.refuse_own_lifting();
