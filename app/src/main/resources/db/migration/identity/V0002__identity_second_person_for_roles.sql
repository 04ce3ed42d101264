-- Why: sensitive roles take effect once a second person confirmed them; each role says why it was given and why it ended.
-- Rows: a few for each member. Locks: role_given and role_ended, briefly. Undo: drop the two tables and the added columns.
create table identity.role_asked (
    id           uuid        not null,
    member       uuid        not null,
    role         text        not null,
    reason       text        not null,
    asked_at     timestamptz not null,
    asked_by     uuid        not null,
    constraint role_asked_pk primary key (id),
    constraint role_asked_member_fk foreign key (member) references identity.member (id),
    constraint role_asked_by_another check (asked_by <> member),
    constraint role_asked_known check (role in ('investigator', 'supervisor', 'evidence-custodian', 'identity-custodian', 'overseer', 'administrator'))
);
create index role_asked_member on identity.role_asked (member);

create table identity.role_answered (
    asked        uuid        not null,
    answer       text        not null,
    reason       text        not null,
    answered_at  timestamptz not null,
    answered_by  uuid        not null,
    constraint role_answered_pk primary key (asked),
    constraint role_answered_asked_fk foreign key (asked) references identity.role_asked (id),
    constraint role_answered_known check (answer in ('confirmed', 'declined', 'withdrawn'))
);

alter table identity.role_given
    add column reason       text not null default '',
    add column asked        uuid,
    add column confirmed_by uuid,
    add constraint role_given_asked_once unique (asked),
    add constraint role_given_asked_fk foreign key (asked) references identity.role_asked (id),
    add constraint role_given_confirmed_as_asked check ((asked is null) = (confirmed_by is null)),
    add constraint role_given_by_two check (confirmed_by <> given_by and confirmed_by <> member);
alter table identity.role_ended
    add column reason       text not null default '';

grant select, insert on identity.role_asked, identity.role_answered to plumbline_app;
