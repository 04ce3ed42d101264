-- Why: how an act came (page, api, job, command) stands on the entry itself, so that what a job did can be told from
-- what a person did without reading bodies.
-- Rows: one value on each entry. Locks: exclusive on audit.entry for the time of a catalogue change. Undo: drop the column.
alter table audit.entry add column channel text not null default 'page';
alter table audit.entry alter column channel drop default;
alter table audit.entry add constraint entry_channel_known check (channel in ('page', 'api', 'job', 'command'));
create index entry_acts_of_people on audit.entry (case_id, id desc)
    where kind = 'act' and channel <> 'job' and part_of is null;
