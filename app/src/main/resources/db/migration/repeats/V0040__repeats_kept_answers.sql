-- Why: a write sent again under its Idempotency-Key gets its first answer. The answer is kept in the transaction of the
-- act it answers, so after a crash there are both or neither. It may hold content of a case: hence the label, and hence
-- a day as its longest life. It may hold a link or token that is shown once: hence it is encrypted under the sender's own
-- word, of which only a digest is kept.
-- Rows: one a keyed write and day. Locks: none. Undo: drop schema repeats.
create schema repeats;

create table repeats.kept_answer (
    id           uuid        not null,
    owner        uuid        not null,
    label        int,
    case_id      uuid,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    route        text        not null,
    key_digest   text        not null,
    status       int         not null,
    content_type text        not null,
    etag         text        not null,
    location     text        not null,
    sealed       bytea       not null,
    constraint kept_answer_pk primary key (id),
    constraint kept_answer_once unique (recorded_by, route, key_digest),
    constraint kept_answer_key_is_sha256 check (key_digest ~ '^[0-9a-f]{64}$'),
    constraint kept_answer_of_an_act check (status between 200 and 399)
);
create index kept_answer_time on repeats.kept_answer (recorded_at);

-- Reading: one's own, while its label is still visible. Deleting: by anybody, but only what is over a day old, so that
-- any keyed write may clear away what has ended.
alter table repeats.kept_answer enable row level security;
alter table repeats.kept_answer force row level security;
create policy kept_answer_read on repeats.kept_answer for select using (
    recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid
    and (label is null or label = any ((select access.visible())::int[])));
create policy kept_answer_write on repeats.kept_answer for insert with check (
    recorded_by = nullif(current_setting('plumbline.member', true), '')::uuid);
create policy kept_answer_ended on repeats.kept_answer for delete using (
    recorded_at < now() - interval '24 hours');

grant usage on schema repeats to plumbline_app;
grant select, insert, delete on repeats.kept_answer to plumbline_app;
