-- Why: a page of families began after the last file of the page before by comparing arrays, which is not leakproof: under the
-- row policy every file before it was read. Texts are compared leakproof. The key of a reference is each of its numbers
-- behind a letter for how many digits it has, so that texts compare as the numbers do: compartment, exhibit, places;
-- K2-E0007-10-1 is A2A7B10A1, E0007-2 is A0A7A2.
-- Rows: every item is written anew, about a million a minute. Locks: the table while it is. Undo: drop column and function,
-- then create those of V0313 anew.
drop index documents.item_family;
drop function documents.family_place(text);
create function documents.family_key(reference text) returns text
    language sql immutable parallel safe
    return case when reference ~ '^(K\d{1,8}-)?E\d{1,9}(-\d{1,9})*$'
        then (select string_agg(chr(64 + length(n.digits)) || n.digits, '' order by n.place)
              from (select t.part::int::text as digits, t.place
                    from unnest(string_to_array(translate(
                             case when reference like 'K%' then reference else '0-' || reference end, 'KE', ''), '-'))
                         with ordinality as t (part, place)) n)
        else '' end;
grant execute on function documents.family_key(text) to plumbline_app;
alter table documents.item add column family_key text collate "C" not null
    generated always as (documents.family_key(reference)) stored;
create index item_family on documents.item (case_id, family_key, id);
