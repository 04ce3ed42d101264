-- Why: whether anything of an ingestion was read with other tools is asked each time its page is shown; where nothing was, the
-- answer is two looks into this index.
-- Rows: as documents.reading. Locks: reading, for the index. Undo: drop the index.
create index reading_tools on documents.reading (ingestion, tools);
