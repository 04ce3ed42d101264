-- Why: what an entry costs its act and its page. The identifiers of entries grow with time, so that ascending indexes
-- are appended to at their right end instead of split in the middle; the two foreign keys asked again what the one
-- statement that writes entry and body, and the one function that gives places, have just done (fsck names a body or a
-- place without its entry); and the entry of a page is written by one statement that is its own transaction.
-- Rows: none changed. Locks: exclusive on audit.entry, audit.body and audit.position while three indexes are built, one
-- minute for ten million entries. Undo: add the constraints and the descending indexes again, drop the function.
alter table audit.body drop constraint body_entry_fk;
alter table audit.position drop constraint position_entry_fk;

drop index audit.entry_case;
drop index audit.entry_owner;
drop index audit.entry_member;
drop index audit.entry_acts_of_people;
create index entry_case on audit.entry (case_id, id);
create index entry_owner on audit.entry (owner, id);
create index entry_member on audit.entry (recorded_by, id);
create index entry_acts_of_people on audit.entry (case_id, id) where kind = 'act' and channel <> 'job' and part_of is null;

-- The transaction to look from is near the end of the trail, whatever a plan for any value would expect.
alter function audit.give_places(xid8, int) set plan_cache_mode = force_custom_plan;

-- Runs as whoever calls it: the policies for writing hold here as for any other insert.
create function audit.record_alone(p_id uuid, p_owner uuid, p_label int, p_case uuid, p_at timestamptz, p_by uuid,
        p_kind text, p_action text, p_outcome text, p_reason text, p_part_of uuid, p_leaf bytea, p_channel text,
        p_salt bytea, p_content text) returns void
    language plpgsql as $$
begin
    perform set_config('plumbline.member', p_by::text, true);
    insert into audit.entry (id, owner, label, case_id, recorded_at, recorded_by, kind, action, outcome, reason_code,
        part_of, leaf, channel)
    values (p_id, p_owner, p_label, p_case, p_at, p_by, p_kind, p_action, p_outcome, p_reason, p_part_of, p_leaf, p_channel);
    insert into audit.body (entry, recorded_by, salt, content) values (p_id, p_by, p_salt, p_content);
end $$;
revoke all on function audit.record_alone(uuid, uuid, int, uuid, timestamptz, uuid, text, text, text, text, uuid, bytea,
    text, bytea, text) from public;
grant execute on function audit.record_alone(uuid, uuid, int, uuid, timestamptz, uuid, text, text, text, text, uuid,
    bytea, text, bytea, text) to plumbline_app;
