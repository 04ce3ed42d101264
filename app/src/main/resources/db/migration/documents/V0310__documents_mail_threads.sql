-- Why: what is known of each mail for its thread and its copies (docs/design/mail.md): normalised identifiers, who took part,
-- a digest of the message, and the thread it is in. Threads are kept for each label by itself, so that nothing of a
-- compartment joins or orders what others see; what several labels of a reader have in common is joined when it is read.
-- mail_party is insert-only but for a mail that is read again; mail_link and mail_thread are kept up by whoever files.
-- Rows: one mail a document that is one, about five parties and four links each. Locks: none. Undo: drop the four tables
-- and the service actor.
create table documents.mail (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    message_id   text,
    parents      text[]      not null,
    subject_key  text        not null,
    sent         timestamptz,
    digest       text        not null,
    attachments  int         not null,
    thread       uuid        not null,
    constraint mail_pk primary key (id),
    constraint mail_document_fk foreign key (id) references documents.document (id),
    constraint mail_digest_hex check (digest ~ '^[0-9a-f]{64}$'),
    constraint mail_attachments_counted check (attachments >= 0)
);
create index mail_of_thread on documents.mail (thread, sent, id);
create index mail_copies on documents.mail (case_id, digest);

create table documents.mail_party (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    mail         uuid        not null,
    role         text        not null,
    place        int         not null,
    address      text        not null,
    name         text        not null,
    -- Only of a mail that names no earlier one, and says when it was sent: what a subject can join it by.
    bucket       text,
    sent         timestamptz,
    reply        boolean,
    constraint mail_party_pk primary key (id),
    constraint mail_party_mail_fk foreign key (mail) references documents.mail (id),
    constraint mail_party_once unique (mail, role, place),
    constraint mail_party_role_known check (role in ('from', 'to', 'cc', 'bcc')),
    constraint mail_party_bucket_whole check ((bucket is null) = (sent is null) and (bucket is null) = (reply is null))
);
create index mail_party_address on documents.mail_party (case_id, address);
create index mail_party_bucket on documents.mail_party (label, bucket, address, reply, sent) where bucket is not null;

create table documents.mail_link (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    token        text        not null,
    thread       uuid        not null,
    constraint mail_link_pk primary key (id),
    constraint mail_link_case_fk foreign key (case_id) references cases.case_file (id),
    constraint mail_link_once unique (label, token)
);
create index mail_link_token on documents.mail_link (case_id, token);
create index mail_link_thread on documents.mail_link (thread);

create table documents.mail_thread (
    id           uuid        not null,
    owner        uuid        not null,
    label        int         not null,
    case_id      uuid        not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid        not null,
    version      int         not null default 1,
    mails        int         not null,
    -- Where no mail says when it was sent: the first day of year 1.
    newest       timestamptz not null,
    constraint mail_thread_pk primary key (id),
    constraint mail_thread_case_fk foreign key (case_id) references cases.case_file (id)
);
create index mail_thread_newest on documents.mail_thread (case_id, newest desc, id desc) where mails > 0;
create index mail_thread_label on documents.mail_thread (case_id, label) where mails > 0;

do $$
declare t text;
begin
    foreach t in array array['mail', 'mail_party', 'mail_link', 'mail_thread'] loop
        execute format('alter table documents.%I enable row level security', t);
        execute format('alter table documents.%I force row level security', t);
        execute format('create policy %I on documents.%I using (label = any ((select access.visible())::int[]))', t || '_visible', t);
    end loop;
end $$;
grant select, insert, update on documents.mail, documents.mail_party, documents.mail_link, documents.mail_thread
    to plumbline_app;

insert into access.service_actor (name, reads, reason)
values ('mail-threads', 'all-unrestricted', 'Works out threads and prints of documents that were read before there were any');
