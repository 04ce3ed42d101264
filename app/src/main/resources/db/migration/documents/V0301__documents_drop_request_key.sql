-- Why: a file sent again is recognised by the answer kept for its request, like every other write; the ledger's own key
-- has no use any more.
-- Rows: one an item, not rewritten. Locks: the table, for a moment. Undo: add column and constraint again.
alter table documents.item drop constraint item_request_once;
alter table documents.item drop column request_key;
