-- Why: in which languages scans are read is chosen for each case, and each reading says in which its scans were read, so that
-- those read in others can be read again.
-- Rows: one choice each time somebody changes it; the newest of a case holds. Locks: reading, for a column with a constant default
-- and an index that holds no row at first.
-- Undo: drop the table and the column.
create table documents.ocr_choice (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    languages    text        not null,
    constraint ocr_choice_pk primary key (id),
    constraint ocr_choice_case_fk foreign key (case_id) references cases.case_file (id),
    constraint ocr_choice_languages_named check (languages ~ '^([A-Za-z_]{2,20}( [A-Za-z_]{2,20}){0,7})?$')
);
create index ocr_choice_newest on documents.ocr_choice (case_id, id desc);

alter table documents.reading add column ocr_languages text not null default '',
    add constraint reading_ocr_languages_named check (ocr_languages ~ '^([A-Za-z_]{2,20}( [A-Za-z_]{2,20}){0,19})?$');

create index reading_ocr_languages on documents.reading (ingestion, ocr_languages) where ocr_languages <> '';

alter table documents.ocr_choice enable row level security;
alter table documents.ocr_choice force row level security;
create policy ocr_choice_visible on documents.ocr_choice using (label = any ((select access.visible())::int[]));
grant select, insert on documents.ocr_choice to plumbline_app;
