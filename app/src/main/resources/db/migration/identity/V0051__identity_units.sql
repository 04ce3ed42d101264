-- Why: an organisation says which units it has and which member is in which; each wording, place and closing stays.
-- Rows: hundreds of units, thousands of placements. Locks: none. Undo: drop the views and the tables.
create table identity.unit (
    id           uuid        not null,
    organisation uuid        not null,
    constraint unit_pk primary key (id),
    constraint unit_organisation_fk foreign key (organisation) references identity.organisation (id)
);
create index unit_organisation on identity.unit (organisation);

create table identity.unit_said (
    unit         uuid        not null,
    version      int         not null,
    name         text        not null,
    parent       uuid,
    reason       text        not null,
    said_at      timestamptz not null,
    said_by      uuid        not null,
    constraint unit_said_pk primary key (unit, version),
    constraint unit_said_fk foreign key (unit) references identity.unit (id),
    constraint unit_said_parent_fk foreign key (parent) references identity.unit (id),
    constraint unit_said_not_in_itself check (parent <> unit),
    constraint unit_said_name_said check (length(btrim(name)) between 1 and 200)
);

create table identity.unit_closed (
    unit         uuid        not null,
    reason       text        not null,
    closed_at    timestamptz not null,
    closed_by    uuid        not null,
    constraint unit_closed_pk primary key (unit),
    constraint unit_closed_fk foreign key (unit) references identity.unit (id),
    constraint unit_closed_why check (length(btrim(reason)) between 1 and 300)
);

-- Where a member was placed from then on; without a unit they are in none.
create table identity.member_placed (
    id           uuid        not null,
    member       uuid        not null,
    unit         uuid,
    reason       text        not null,
    placed_at    timestamptz not null,
    placed_by    uuid        not null,
    constraint member_placed_pk primary key (id),
    constraint member_placed_member_fk foreign key (member) references identity.member (id),
    constraint member_placed_unit_fk foreign key (unit) references identity.unit (id)
);
create index member_placed_newest on identity.member_placed (member, id desc);

create view identity.unit_now with (security_invoker = true) as
    select u.id, u.organisation, s.version, s.name, s.parent, c.reason as closed_reason, c.closed_at, c.closed_by
    from identity.unit u
    join lateral (select l.version, l.name, l.parent from identity.unit_said l
                  where l.unit = u.id order by l.version desc limit 1) s on true
    left join identity.unit_closed c on c.unit = u.id;

-- The unit of each member who has not left and is in one.
create view identity.member_unit_now with (security_invoker = true) as
    select m.id as member, m.organisation, p.unit
    from identity.member m
    join lateral (select l.unit from identity.member_placed l where l.member = m.id order by l.id desc limit 1) p on true
    where p.unit is not null and not exists (select 1 from identity.member_ended x where x.member = m.id);

grant select, insert on identity.unit, identity.unit_said, identity.unit_closed, identity.member_placed to plumbline_app;
grant select on identity.unit_now, identity.member_unit_now to plumbline_app;
