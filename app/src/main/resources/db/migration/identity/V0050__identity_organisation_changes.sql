-- Why: an administrator changes name, zone and numbering of the organisation; every version stays, with who, when and why.
-- Rows: a few an organisation. Locks: none. Undo: drop the view and the table; organisations are as they were founded.
create table identity.organisation_said (
    organisation  uuid        not null,
    version       int         not null,
    name          text        not null,
    number_scheme text        not null,
    zone          text        not null,
    reason        text        not null,
    said_at       timestamptz not null,
    said_by       uuid        not null,
    constraint organisation_said_pk primary key (organisation, version),
    constraint organisation_said_fk foreign key (organisation) references identity.organisation (id),
    constraint organisation_said_after_founding check (version > 1),
    constraint organisation_said_name_said check (length(btrim(name)) between 1 and 200),
    constraint organisation_said_why check (length(btrim(reason)) between 1 and 300)
);

create view identity.organisation_now with (security_invoker = true) as
    select o.id, coalesce(s.name, o.name) as name, coalesce(s.number_scheme, o.number_scheme) as number_scheme,
           coalesce(s.zone, o.zone) as zone, coalesce(s.version, 1) as version
    from identity.organisation o
    left join lateral (select l.name, l.number_scheme, l.zone, l.version from identity.organisation_said l
                       where l.organisation = o.id order by l.version desc limit 1) s on true;

grant select, insert on identity.organisation_said to plumbline_app;
grant select on identity.organisation_now to plumbline_app;
