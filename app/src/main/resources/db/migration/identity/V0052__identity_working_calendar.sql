-- Why: on which days an organisation works, for its deadlines: weekdays and days off, each change with who and when.
-- Rows: a few weeks and hundreds of days an organisation. Locks: none. Undo: drop the three tables.
create table identity.week_said (
    organisation uuid        not null,
    version      int         not null,
    days         int[]       not null,
    reason       text        not null,
    said_at      timestamptz not null,
    said_by      uuid        not null,
    constraint week_said_pk primary key (organisation, version),
    constraint week_said_fk foreign key (organisation) references identity.organisation (id),
    constraint week_said_days check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
    constraint week_said_why check (length(btrim(reason)) between 1 and 300)
);

create table identity.day_off_given (
    id           uuid        not null,
    organisation uuid        not null,
    day          date        not null,
    name         text        not null,
    given_at     timestamptz not null,
    given_by     uuid        not null,
    constraint day_off_given_pk primary key (id),
    constraint day_off_given_fk foreign key (organisation) references identity.organisation (id),
    constraint day_off_given_name_said check (length(btrim(name)) between 1 and 200)
);
create index day_off_given_day on identity.day_off_given (organisation, day);

create table identity.day_off_ended (
    given        uuid        not null,
    ended_at     timestamptz not null,
    ended_by     uuid        not null,
    constraint day_off_ended_pk primary key (given),
    constraint day_off_ended_fk foreign key (given) references identity.day_off_given (id)
);

grant select, insert on identity.week_said, identity.day_off_given, identity.day_off_ended to plumbline_app;
