-- Why: labels, grants and the facts that decisions need; access.visible() is what every row policy reads.
-- Rows: labels few (about one to five a case), grants tens a case. Locks: none. Undo: drop schema access.
create schema access;

create table access.label (
    id           int generated always as identity,
    owner        uuid        not null,
    case_id      uuid,
    compartments uuid[]      not null default '{}',
    caveats      text[]      not null default '{}',
    envelope     uuid,
    restriction  text        not null default 'none',
    recorded_at  timestamptz not null,
    constraint label_pk primary key (id),
    constraint label_interned unique nulls not distinct (owner, case_id, compartments, caveats, envelope, restriction),
    constraint label_restriction_known check (restriction in ('none', 'marked', 'sealed'))
);
create index label_case on access.label (case_id);

-- One row a case: what a decision needs of it. Written through Access by the case's own acts.
create table access.case_terms (
    id              uuid        not null,
    case_id         uuid        not null,
    owner           uuid        not null,
    label           int         not null,
    purpose         text        not null,
    authority_from  date        not null,
    authority_until date        not null,
    zone            text        not null,
    recorded_at     timestamptz not null,
    recorded_by     uuid        not null,
    version         int         not null,
    constraint case_terms_pk primary key (id),
    constraint case_terms_version_once unique (case_id, version),
    constraint case_terms_label_fk foreign key (label) references access.label (id),
    constraint case_terms_authority_in_order check (authority_from <= authority_until),
    constraint case_terms_purpose_said check (length(btrim(purpose)) > 0)
);

create table access.grant_given (
    id           uuid        not null,
    case_id      uuid        not null,
    member       uuid        not null,
    standing     text        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    constraint grant_given_pk primary key (id),
    constraint grant_given_standing_known check (standing in ('lead', 'supervisor', 'investigator', 'custodian', 'reader'))
);
create index grant_given_member on access.grant_given (member);
create index grant_given_case on access.grant_given (case_id);

create table access.grant_ended (
    given        uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    reason       text        not null,
    constraint grant_ended_pk primary key (given),
    constraint grant_ended_given_fk foreign key (given) references access.grant_given (id)
);

create view access.grant_live as
    select g.id, g.case_id, g.member, g.standing, g.reason, g.recorded_at, g.recorded_by
    from access.grant_given g
    where not exists (select 1 from access.grant_ended e where e.given = g.id);

-- Says who acts in this transaction and computes the labels that person may see. Called once when a transaction
-- begins, and again after an act that changes grants or labels.
create function access.enter(p_member uuid, p_organisation uuid, p_overseer boolean) returns void
    language sql as $$
    select set_config('plumbline.member', p_member::text, true),
           set_config('plumbline.organisation', p_organisation::text, true),
           set_config('plumbline.overseer', p_overseer::text, true),
           set_config('plumbline.labels', coalesce((
               select array_agg(l.id)::text
               from access.label l
               where l.owner = p_organisation
                 and l.restriction <> 'sealed'
                 and (l.case_id is null
                      or exists (select 1 from access.grant_live g where g.member = p_member and g.case_id = l.case_id))
           ), '{}'), true)
$$;

-- The labels of the acting person: an array read once a statement (as a sub-select), never a join a row.
create function access.visible() returns int[]
    language sql stable as $$
    select coalesce(nullif(current_setting('plumbline.labels', true), ''), '{}')::int[]
$$;

grant usage on schema access to plumbline_app;
grant select, insert on all tables in schema access to plumbline_app;
grant execute on all functions in schema access to plumbline_app;
