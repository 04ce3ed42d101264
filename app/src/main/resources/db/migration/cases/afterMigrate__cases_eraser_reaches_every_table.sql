-- Whatever a migration adds, the rows of a case can be erased from it: only by the role of cases.erase_rows, as which
-- nobody signs in. Does nothing where it is so already.
do $$
declare t regclass; n text;
begin
    for t in select * from cases.tables_of_cases()
             union all select c::regclass from unnest(array['access.grant_ended', 'access.compartment_entry_given',
                                                           'access.compartment_entry_ended']) c loop
        if not has_table_privilege('plumbline_case_eraser', t, 'delete') then
            select s.nspname into n from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.oid = t;
            execute format('grant usage on schema %I to plumbline_case_eraser', n);
            execute format('grant select, delete on %s to plumbline_case_eraser', t);
        end if;
        if not exists (select 1 from pg_policy p where p.polrelid = t and p.polname = 'erased_with_its_case')
           and (select c.relrowsecurity from pg_class c where c.oid = t) then
            execute format('create policy erased_with_its_case on %s for delete to plumbline_case_eraser using (true)', t);
            execute format('create policy seen_by_its_eraser on %s for select to plumbline_case_eraser using (true)', t);
        end if;
    end loop;
end $$;
