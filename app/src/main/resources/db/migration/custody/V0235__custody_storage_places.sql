-- Why: an organisation says where exhibits can be kept: sites, rooms, safes, shelves, boxes and devices, one within the
-- other; each name, move and closing stays. A code is never used twice, for it stands on labels.
-- Rows: hundreds to thousands of places. Locks: none. Undo: drop the view and the tables.
create table custody.place (
    id           uuid        not null,
    organisation uuid        not null,
    code         text        not null,
    kind         text        not null,
    constraint place_pk primary key (id),
    constraint place_code_form check (code ~ '^[A-Z0-9]([A-Z0-9-]{0,22}[A-Z0-9])?$'),
    constraint place_kind_known check (kind in ('site', 'room', 'safe', 'shelf', 'box', 'device')),
    constraint place_code_once unique (organisation, code)
);

create table custody.place_said (
    place        uuid        not null,
    version      int         not null,
    name         text        not null,
    parent       uuid,
    reason       text        not null,
    said_at      timestamptz not null,
    said_by      uuid        not null,
    constraint place_said_pk primary key (place, version),
    constraint place_said_fk foreign key (place) references custody.place (id),
    constraint place_said_parent_fk foreign key (parent) references custody.place (id),
    constraint place_said_not_in_itself check (parent <> place),
    constraint place_said_name_said check (length(btrim(name)) between 1 and 200)
);

create table custody.place_closed (
    place        uuid        not null,
    reason       text        not null,
    closed_at    timestamptz not null,
    closed_by    uuid        not null,
    constraint place_closed_pk primary key (place),
    constraint place_closed_fk foreign key (place) references custody.place (id),
    constraint place_closed_why check (length(btrim(reason)) between 1 and 300)
);

create view custody.place_now with (security_invoker = true) as
    select p.id, p.organisation, p.code, p.kind, s.version, s.name, s.parent, c.reason as closed_reason, c.closed_at,
           c.closed_by
    from custody.place p
    join lateral (select l.version, l.name, l.parent from custody.place_said l
                  where l.place = p.id order by l.version desc limit 1) s on true
    left join custody.place_closed c on c.place = p.id;

grant select, insert on custody.place, custody.place_said, custody.place_closed to plumbline_app;
grant select on custody.place_now to plumbline_app;
