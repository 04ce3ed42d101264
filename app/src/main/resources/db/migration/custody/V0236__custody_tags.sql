-- Why: what is stuck on an exhibit or a storage place carries a random code that tells a stranger nothing; whoever may see
-- the thing finds it by the code. An exhibit's tag is a record of its case, under the exhibit's label.
-- Rows: at most one an exhibit and one a place. Locks: none. Undo: drop the tables.
create table custody.exhibit_tag (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    exhibit      uuid        not null,
    code         text        not null,
    constraint exhibit_tag_pk primary key (id),
    constraint exhibit_tag_exhibit_fk foreign key (exhibit) references custody.exhibit (id),
    constraint exhibit_tag_once unique (exhibit),
    constraint exhibit_tag_code_once unique (code),
    constraint exhibit_tag_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$')
);
alter table custody.exhibit_tag enable row level security;
alter table custody.exhibit_tag force row level security;
create policy exhibit_tag_visible on custody.exhibit_tag using (label = any ((select access.visible())::int[]));

create table custody.place_tag (
    place        uuid        not null,
    code         text        not null,
    made_at      timestamptz not null,
    made_by      uuid        not null,
    constraint place_tag_pk primary key (place),
    constraint place_tag_place_fk foreign key (place) references custody.place (id),
    constraint place_tag_code_once unique (code),
    constraint place_tag_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$')
);

grant select, insert on custody.exhibit_tag, custody.place_tag to plumbline_app;
