-- Why: the name of a collection in a compartment must not be felt as taken by those who may not see it.
-- Rows: a few a case. Locks: for a moment. Undo: restore the constraint of V0500.
alter table entities.collection drop constraint collection_named_once;
alter table entities.collection add constraint collection_named_once unique (case_id, label, name);
