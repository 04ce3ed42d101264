-- Why: a release that nobody takes over within its limit is told to whoever looks after the installation, as a number.
-- Rows: one. Locks: none. Undo: delete it.
insert into access.service_actor (name, reads, reason)
values ('transfer-alarm', 'all-unrestricted', 'Counts releases of exhibits that were not taken over in time; shows nothing of them');
