-- Why: where else the bytes of a file lie is shown beside it.
-- Rows: one for each duplicate in the ledger. Locks: the table against writes while it is built, seconds a million.
-- Undo: drop the index.
create index item_duplicate_of on documents.item (duplicate_of, seq) where duplicate_of is not null;
