-- Why: what a person may not see must not be felt either. A number or a digest taken by an exhibit in a compartment would
-- show as a gap or a conflict at case level, so each compartment counts for itself and keeps its own contents.
-- Rows: contents are millions; the new index is built under a lock. Undo: restore the constraints of V0200.
alter table custody.number_counter add column series int not null default 0;
alter table custody.number_counter drop constraint number_counter_pk;
alter table custody.number_counter add constraint number_counter_pk primary key (case_id, series);
alter table custody.content drop constraint content_once;
alter table custody.content add constraint content_once unique (case_id, label, digest);
