-- Why: what the one policy decides on besides standings: handling caveats of a case, need-to-know compartments, court
-- seals, legal holds, and openings by break-glass with who was told of them and what the review found.
-- Rows: a few a case. Locks: access.case_terms for a moment (new columns with constant defaults). Undo: drop the tables,
-- restore access.enter of V0010.
alter table access.case_terms add column number text not null default '';
alter table access.case_terms add column caveats text[] not null default '{}';
create index case_terms_number on access.case_terms (owner, number);

-- The newest standing of a member in a case; where one was given twice the later one counts.
create view access.standing_now as
    select distinct on (g.case_id, g.member) g.case_id, g.member, g.standing, g.id as given, g.recorded_at, g.recorded_by
    from access.grant_live g
    order by g.case_id, g.member, g.recorded_at desc, g.id desc;

-- A part of a case for those who need to know. The series is the part of the case's running numbers that it has for itself.
create table access.compartment (
    id           uuid        not null,
    case_id      uuid        not null,
    series       int         not null,
    name         text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint compartment_pk primary key (id),
    constraint compartment_series_once unique (case_id, series),
    constraint compartment_series_in_range check (series between 1 and 999),
    constraint compartment_name_said check (length(btrim(name)) between 1 and 100)
);

create table access.compartment_entry_given (
    id           uuid        not null,
    compartment  uuid        not null,
    member       uuid        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint compartment_entry_given_pk primary key (id),
    constraint compartment_entry_given_fk foreign key (compartment) references access.compartment (id)
);
create index compartment_entry_given_member on access.compartment_entry_given (member, compartment);

create table access.compartment_entry_ended (
    given        uuid        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint compartment_entry_ended_pk primary key (given),
    constraint compartment_entry_ended_fk foreign key (given) references access.compartment_entry_given (id)
);

create view access.compartment_entry_live as
    select g.id, g.compartment, c.case_id, g.member, g.reason, g.recorded_at, g.recorded_by
    from access.compartment_entry_given g
    join access.compartment c on c.id = g.compartment
    where not exists (select 1 from access.compartment_entry_ended e where e.given = g.id);

-- A court closed the case: nobody opens it, not by break-glass either, until the seal is lifted by order.
create table access.seal_placed (
    id           uuid        not null,
    case_id      uuid        not null,
    court_order  text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint seal_placed_pk primary key (id),
    constraint seal_placed_order_said check (length(btrim(court_order)) > 0)
);
create index seal_placed_case on access.seal_placed (case_id);

create table access.seal_lifted (
    seal         uuid        not null,
    court_order  text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint seal_lifted_pk primary key (seal),
    constraint seal_lifted_fk foreign key (seal) references access.seal_placed (id)
);

create view access.seal_live as
    select p.id, p.case_id, p.court_order, p.recorded_at, p.recorded_by
    from access.seal_placed p
    where not exists (select 1 from access.seal_lifted l where l.seal = p.id);

-- While a hold is in force nothing of the case is erased, whatever a schedule says.
create table access.hold_placed (
    id           uuid        not null,
    case_id      uuid        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint hold_placed_pk primary key (id),
    constraint hold_placed_reason_said check (length(btrim(reason)) > 0)
);
create index hold_placed_case on access.hold_placed (case_id);

create table access.hold_lifted (
    hold         uuid        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint hold_lifted_pk primary key (hold),
    constraint hold_lifted_fk foreign key (hold) references access.hold_placed (id)
);

create view access.hold_live as
    select p.id, p.case_id, p.reason, p.recorded_at, p.recorded_by
    from access.hold_placed p
    where not exists (select 1 from access.hold_lifted l where l.hold = p.id);

create table access.break_glass (
    id           uuid        not null,
    case_id      uuid        not null,
    owner        uuid        not null,
    member       uuid        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    expires_at   timestamptz not null,
    constraint break_glass_pk primary key (id),
    constraint break_glass_reason_said check (length(btrim(reason)) > 0),
    constraint break_glass_short check (expires_at > recorded_at and expires_at <= recorded_at + interval '24 hours')
);
create index break_glass_member on access.break_glass (member, expires_at);
create index break_glass_case on access.break_glass (case_id, expires_at);
create index break_glass_owner on access.break_glass (owner, id desc);

create table access.break_glass_ended (
    break_glass  uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint break_glass_ended_pk primary key (break_glass),
    constraint break_glass_ended_fk foreign key (break_glass) references access.break_glass (id)
);

create table access.break_glass_told (
    break_glass  uuid        not null,
    member       uuid        not null,
    constraint break_glass_told_pk primary key (break_glass, member),
    constraint break_glass_told_fk foreign key (break_glass) references access.break_glass (id)
);
create index break_glass_told_member on access.break_glass_told (member);

create table access.break_glass_seen (
    break_glass  uuid        not null,
    member       uuid        not null,
    recorded_at  timestamptz not null,
    constraint break_glass_seen_pk primary key (break_glass, member),
    constraint break_glass_seen_fk foreign key (break_glass, member) references access.break_glass_told (break_glass, member)
);

create table access.break_glass_reviewed (
    break_glass  uuid        not null,
    justified    boolean     not null,
    finding      text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint break_glass_reviewed_pk primary key (break_glass),
    constraint break_glass_reviewed_fk foreign key (break_glass) references access.break_glass (id),
    constraint break_glass_reviewed_said check (length(btrim(finding)) > 0)
);

-- Whoever opened a case does not review that: held here too, whatever the application does.
create function access.refuse_own_review() returns trigger language plpgsql as $$
begin
    if exists (select 1 from access.break_glass b where b.id = new.break_glass and b.member = new.recorded_by) then
        raise exception 'Opening % is not reviewed by the person who opened', new.break_glass using errcode = 'PL002';
    end if;
    return new;
end $$;
create trigger break_glass_reviewed_by_another before insert on access.break_glass_reviewed
    for each row execute function access.refuse_own_review();

create view access.break_glass_live as
    select b.id, b.case_id, b.member, b.reason, b.recorded_at, b.expires_at
    from access.break_glass b
    where not exists (select 1 from access.break_glass_ended e where e.break_glass = b.id);

-- Says who acts in this transaction, at which compartments, and computes the labels that person may see then; returns
-- them, so that the next transaction of the same request that only reads can say them again without asking. The rules
-- are those of org.plumbline.access.Policy, said a second time: envelopes nobody has accepted, restrictions and caveats
-- nobody knows, and seals close a label whatever opens it.
-- Planned once a connection: planning it anew each time cost twelve times its running.
create function access.enter(p_member uuid, p_organisation uuid, p_overseer boolean, p_compartments uuid[],
        p_at timestamptz) returns text
    language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    known constant text[] := array['originator-control', 'no-onward', 'source-protected'];
    glass uuid[];
    inside uuid[] := '{}';
    seen int[];
begin
    -- Where no glass is broken and no compartment is worked in, as nearly always, little is left to ask.
    select array_agg(b.case_id) into glass from access.break_glass_live b
    where b.member = p_member and b.expires_at > p_at;
    if p_compartments <> '{}' then
        select coalesce(array_agg(c.id), '{}') into inside from access.compartment c
        where c.id = any (p_compartments)
          and (c.case_id = any (glass)
               or exists (select 1 from access.compartment_entry_live e where e.compartment = c.id and e.member = p_member));
    end if;
    select array_agg(l.id) into seen
    from (select s.case_id, s.standing from access.standing_now s where s.member = p_member
          union all
          select g.case_id, null from (select distinct unnest(glass) as case_id) g
          where not exists (select 1 from access.standing_now s where s.member = p_member and s.case_id = g.case_id)) w
    join access.label l on l.case_id = w.case_id
    join lateral (select t.caveats, t.owner from access.case_terms t where t.case_id = w.case_id
                  order by t.version desc limit 1) t on t.owner = p_organisation
    where l.owner = p_organisation and l.envelope is null and l.restriction in ('none', 'marked')
      and l.compartments <@ inside
      and (l.caveats || t.caveats) <@ known
      and ('source-protected' <> all (l.caveats || t.caveats) or w.standing in ('lead', 'supervisor', 'investigator'))
      and not exists (select 1 from access.seal_live s where s.case_id = w.case_id);
    seen := seen || array(
        select l.id from access.label l
        where l.case_id is null and l.owner = p_organisation and l.envelope is null
          and l.restriction in ('none', 'marked') and l.compartments = '{}'
          and l.caveats <@ array['originator-control', 'no-onward']);
    perform set_config('plumbline.member', p_member::text, true),
            set_config('plumbline.organisation', p_organisation::text, true),
            set_config('plumbline.overseer', p_overseer::text, true),
            set_config('plumbline.labels', coalesce(seen, '{}')::text, true);
    return coalesce(seen, '{}')::text;
end $$;

-- At case level, now.
create or replace function access.enter(p_member uuid, p_organisation uuid, p_overseer boolean) returns void
    language sql as $$
    select access.enter(p_member, p_organisation, p_overseer, '{}'::uuid[], now())
$$;

grant select, insert on all tables in schema access to plumbline_app;
grant execute on all functions in schema access to plumbline_app;
revoke insert on access.service_actor from plumbline_app;

-- Before anything is received the vault is swept of bytes that no record names; what a compartment names is named too.
insert into access.service_actor (name, reads, reason)
values ('vault-sweep', 'all-unrestricted', 'Removes bytes that no record of any label names, after a crash');

-- Where the records of each kind lie, so that one question serves them all: under which label is this record? It runs as
-- whoever asks, so the row policies answer it: a record that may not be seen has no label here. Each module adds its kinds.
create table access.labelled_kind (
    kind  text not null,
    held  text not null,
    constraint labelled_kind_pk primary key (kind)
);

create function access.label_of(p_kind text, p_id uuid) returns int language plpgsql stable as $$
declare
    place text;
    found int;
begin
    select held into place from access.labelled_kind where kind = p_kind;
    if place is null then
        return null;
    end if;
    execute format('select label from %s where id = $1', place::regclass) into found using p_id;
    return found;
end $$;
grant select on access.labelled_kind to plumbline_app;
grant execute on function access.label_of(text, uuid) to plumbline_app;
