-- Why: lists in the order of families: a file received, then what was found in it, each before its own. The order is that of
-- references: compartment, exhibit, places; K2-E0007-10-1 is {2,7,10,1}, E0007-2 is {0,7,2}.
-- Rows: none; an index entry an item. Locks: the table against writes while the index is built, seconds a million.
-- Undo: drop index and function.
create function documents.family_place(reference text) returns int[]
    language sql immutable parallel safe
    return case when reference ~ '^(K\d{1,8}-)?E\d{1,9}(-\d{1,9})*$'
        then string_to_array(translate(case when reference like 'K%' then reference else '0-' || reference end, 'KE', ''), '-')::int[]
        else '{}'::int[] end;
grant execute on function documents.family_place(text) to plumbline_app;
create index item_family on documents.item (case_id, documents.family_place(reference), id);
