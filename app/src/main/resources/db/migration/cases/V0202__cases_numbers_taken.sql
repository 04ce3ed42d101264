-- Why: when an organisation changes how it numbers cases, a new number may read like one given long ago under the old way.
-- Whoever opens a case sees few of the others, so this function looks at all of the own organisation, and says yes or no.
-- Rows: none. Locks: none. Undo: drop the function.
create function cases.number_taken(p_number text) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare before text := cases.open_labels(); taken boolean;
begin
    select exists (select 1 from cases.case_file c
                   where c.owner = nullif(current_setting('plumbline.organisation', true), '')::uuid and c.number = p_number)
      into taken;
    perform set_config('plumbline.labels', before, true);
    return taken;
end $$;

revoke all on function cases.number_taken(text) from public;
grant execute on function cases.number_taken(text) to plumbline_app;
