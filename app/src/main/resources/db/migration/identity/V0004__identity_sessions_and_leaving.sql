-- Why: a member sees where they are signed in, by browser, and can end each session; a token ends with who ended it and why.
-- Rows: one for each sign-in. Locks: token_ended, briefly. Undo: drop table identity.session_begun and the added columns.
create table identity.session_begun (
    id           uuid        not null,
    fingerprint  text        not null,
    member       uuid        not null,
    browser      text        not null,
    system       text        not null,
    begun_at     timestamptz not null,
    constraint session_begun_pk primary key (id),
    constraint session_begun_fingerprint_once unique (fingerprint),
    constraint session_begun_member_fk foreign key (member) references identity.member (id)
);
create index session_begun_member on identity.session_begun (member);

-- The name of a session on the trail: never its identifier, which is a secret.
create function identity.session_fingerprint(p_session text) returns text
    language sql immutable as $$
    select left(encode(sha256(convert_to(p_session, 'UTF8')), 'hex'), 16)
$$;

-- Sessions from before this version go on, in a browser that nobody wrote down.
insert into identity.session_begun (id, fingerprint, member, browser, system, begun_at)
select gen_random_uuid(), identity.session_fingerprint(s.session_id::text), m.id, 'other', 'other', to_timestamp(s.creation_time / 1000.0)
from identity.session s join identity.member m on m.id::text = s.principal_name;

alter table identity.token_ended
    add column ended_by uuid,
    add column reason   text not null default '';

grant select, insert on identity.session_begun to plumbline_app;
grant execute on function identity.session_fingerprint(text) to plumbline_app;
