-- Why: a decision needs the number and the handling caveat of a case; cases opened before have them in their file only.
-- Rows: one a case. Locks: cases.case_file for a moment. Undo: not needed.
alter table cases.case_file no force row level security;
update access.case_terms t
set number = c.number, caveats = case when c.caveat = 'none' then '{}' else array[c.caveat] end
from cases.case_file c
where c.id = t.case_id;
alter table cases.case_file force row level security;
