-- Why: a member who lost every way to sign in comes back by a link that one administrator asks for and another confirms.
-- Rows: few. Locks: sign_in_link, briefly. Undo: drop the two tables; links of the kind recovery expire within a day.
create table identity.recovery_asked (
    id           uuid        not null,
    member       uuid        not null,
    reason       text        not null,
    asked_at     timestamptz not null,
    asked_by     uuid        not null,
    constraint recovery_asked_pk primary key (id),
    constraint recovery_asked_member_fk foreign key (member) references identity.member (id),
    constraint recovery_asked_by_another check (asked_by <> member)
);
create index recovery_asked_member on identity.recovery_asked (member);

create table identity.recovery_answered (
    asked        uuid        not null,
    answer       text        not null,
    reason       text        not null,
    answered_at  timestamptz not null,
    answered_by  uuid        not null,
    link         uuid,
    constraint recovery_answered_pk primary key (asked),
    constraint recovery_answered_asked_fk foreign key (asked) references identity.recovery_asked (id),
    constraint recovery_answered_link_fk foreign key (link) references identity.sign_in_link (id),
    constraint recovery_answered_link_once unique (link),
    constraint recovery_answered_known check (answer in ('confirmed', 'declined', 'withdrawn')),
    constraint recovery_answered_link_when_confirmed check ((link is null) = (answer <> 'confirmed'))
);

alter table identity.sign_in_link
    drop constraint sign_in_link_kind_known,
    add constraint sign_in_link_kind_known check (kind in ('once', 'demo', 'recovery'));

grant select, insert on identity.recovery_asked, identity.recovery_answered to plumbline_app;
