-- Why: an organisation decides whether passwords with codes are a way to sign in; each decision says who, when and why,
-- and the newest one rules. Without one they are allowed.
-- Rows: a few for each organisation. Locks: none. Undo: drop table identity.password_decision.
create table identity.password_decision (
    id           uuid        not null,
    organisation uuid        not null,
    allowed      boolean     not null,
    reason       text        not null,
    decided_at   timestamptz not null,
    decided_by   uuid        not null,
    constraint password_decision_pk primary key (id),
    constraint password_decision_organisation_fk foreign key (organisation) references identity.organisation (id),
    constraint password_decision_by_fk foreign key (decided_by) references identity.member (id),
    constraint password_decision_reason_said check (length(btrim(reason)) between 1 and 300)
);
create index password_decision_organisation on identity.password_decision (organisation, decided_at desc, id desc);

grant select, insert on identity.password_decision to plumbline_app;
