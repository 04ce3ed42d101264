package org.plumbline.documents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.documents.extract.DocumentMetadata;
import org.plumbline.documents.extract.DocumentType;
import org.plumbline.documents.extract.MailHeaders;
import org.plumbline.documents.extract.Section;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on documents and their text. */
@Component
class DocumentTable {
    private static final String SELECT =
            """
            select d.id, d.owner, d.label, d.case_id, d.recorded_at, d.recorded_by, d.version, d.title, d.media_type,
                   d.claimed_type, d.lies, d.language, d.authors, d.created, d.modified, d.pages, d.charset, d.tool,
                   d.mail_from, d.mail_to, d.mail_cc, d.mail_bcc, d.subject, d.sent, d.message_id, d.in_reply_to,
                   d.mail_refs, d.characters,
            """ + ItemRow.JOINED + "from documents.document d join documents.item i on i.id = d.item\n";

    private static final int LONGEST_FACT = 4000;

    private final JdbcClient db;

    DocumentTable(JdbcClient db) {
        this.db = db;
    }

    /** Writes what was read of an item; read again, the newer reading replaces the older under the same identifier. */
    UUID write(UUID id, Stamp stamp, UUID item, DocumentFacts facts) {
        DocumentMetadata meta = facts.metadata();
        Optional<MailHeaders> mail = facts.mail();
        return StampRow.bind(db.sql("""
                        insert into documents.document (id, owner, label, case_id, recorded_at, recorded_by, item, title,
                            media_type, claimed_type, lies, language, authors, created, modified, pages, charset, tool,
                            mail_from, mail_to, mail_cc, mail_bcc, subject, sent, message_id, in_reply_to, mail_refs,
                            characters)
                        values (:id, :owner, :label, :case, :at, :by, :item, :title, :type, :claimed, :lies, :language,
                            :authors, :created, :modified, :pages, :charset, :tool, :from, :to, :cc, :bcc, :subject, :sent,
                            :message, :reply, :refs, :characters)
                        on conflict on constraint document_of_item_once do update set title = excluded.title,
                            media_type = excluded.media_type, claimed_type = excluded.claimed_type, lies = excluded.lies,
                            language = excluded.language, authors = excluded.authors, created = excluded.created,
                            modified = excluded.modified, pages = excluded.pages, charset = excluded.charset,
                            tool = excluded.tool, mail_from = excluded.mail_from, mail_to = excluded.mail_to,
                            mail_cc = excluded.mail_cc, mail_bcc = excluded.mail_bcc, subject = excluded.subject,
                            sent = excluded.sent, message_id = excluded.message_id, in_reply_to = excluded.in_reply_to,
                            mail_refs = excluded.mail_refs, characters = excluded.characters,
                            version = documents.document.version + 1
                        returning id
                        """), stamp)
                .param("id", id)
                .param("item", item)
                .param("title", facts.title())
                .param("type", Plain.text(facts.type().mediaType(), 300))
                .param("claimed", Plain.text(facts.type().claimed(), 300))
                .param("lies", facts.type().extensionLies())
                .param("language", fact(meta.language()), Types.VARCHAR)
                .param("authors", Plain.array(meta.authors()))
                .param("created", fact(meta.created()), Types.VARCHAR)
                .param("modified", fact(meta.modified()), Types.VARCHAR)
                .param("pages", meta.pages().orElse(null), Types.INTEGER)
                .param("charset", fact(meta.charset()), Types.VARCHAR)
                .param("tool", fact(meta.tool()), Types.VARCHAR)
                .param("from", Plain.array(mail.map(MailHeaders::from).orElse(List.of())))
                .param("to", Plain.array(mail.map(MailHeaders::to).orElse(List.of())))
                .param("cc", Plain.array(mail.map(MailHeaders::cc).orElse(List.of())))
                .param("bcc", Plain.array(mail.map(MailHeaders::bcc).orElse(List.of())))
                .param("subject", fact(mail.map(MailHeaders::subject)), Types.VARCHAR)
                .param("sent", fact(mail.map(MailHeaders::date)), Types.VARCHAR)
                .param("message", fact(mail.map(MailHeaders::messageId)), Types.VARCHAR)
                .param("reply", fact(mail.map(MailHeaders::inReplyTo)), Types.VARCHAR)
                .param("refs", Plain.array(mail.map(MailHeaders::references).orElse(List.of())))
                .param("characters", facts.characters())
                .query((row, n) -> row.getObject("id", UUID.class))
                .single();
    }

    void writeText(UUID document, Stamp stamp, String body, List<Section> sections) {
        StampRow.bind(db.sql("""
                        insert into documents.document_text (id, owner, label, case_id, recorded_at, recorded_by, body, sections)
                        values (:id, :owner, :label, :case, :at, :by, :body, :sections)
                        on conflict on constraint document_text_pk do update set body = excluded.body,
                            sections = excluded.sections, version = documents.document_text.version + 1
                        """), stamp)
                .param("id", document)
                .param("body", Plain.text(body))
                .param("sections", SectionLines.write(sections))
                .update();
    }

    Optional<Document> find(UUID id) {
        return db.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(DocumentTable::document)
                .optional();
    }

    Optional<Document> find(CaseId caseId, UUID id) {
        return find(id).filter(d -> d.stamp().caseId().equals(Optional.of(caseId)));
    }

    Optional<DocumentText> text(UUID id) {
        return db.sql("select body, sections from documents.document_text where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new DocumentText(row.getString("body"), SectionLines.read(row.getString("sections"))))
                .optional();
    }

    /** Documents of a case, newest first, before the cursor. */
    List<Document> list(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, SELECT, "d", caseId, before, limit)
                .query(DocumentTable::document)
                .list();
    }

    List<Document> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where d.id in (:ids) order by d.id limit 1000")
                        .param("ids", ids)
                        .query(DocumentTable::document)
                        .list();
    }

    /** Identifiers of visible documents, oldest first, after the cursor. */
    List<UUID> ids(Optional<UUID> after, int limit) {
        return db.sql(
                        "select id from documents.document where cast(:after as uuid) is null or id > :after order by id limit :limit")
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Visible documents whose print or thread was never worked out, oldest first, after the cursor. */
    List<UUID> underived(Optional<UUID> after, int limit) {
        return db.sql("""
                        select d.id from documents.document d
                        where (cast(:after as uuid) is null or d.id > :after)
                          and (not exists (select 1 from documents.document_print p where p.id = d.id)
                               or d.subject is not null and not exists (select 1 from documents.mail m where m.id = d.id))
                        order by d.id limit :limit
                        """)
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    long count(CaseId caseId) {
        return db.sql("select count(*) from documents.document where case_id = :case")
                .param("case", caseId.value())
                .query(Long.class)
                .single();
    }

    private static @Nullable String fact(Optional<String> value) {
        return value.map(v -> Plain.text(v, LONGEST_FACT)).orElse(null);
    }

    private static Document document(ResultSet row, int n) throws SQLException {
        var facts = new DocumentFacts(
                row.getString("title"),
                new DocumentType(row.getString("media_type"), row.getString("claimed_type"), row.getBoolean("lies")),
                new DocumentMetadata(
                        Optional.empty(),
                        texts(row, "authors"),
                        text(row, "created"),
                        text(row, "modified"),
                        text(row, "language"),
                        Optional.ofNullable(row.getObject("pages", Integer.class)),
                        text(row, "charset"),
                        text(row, "tool"),
                        List.of()),
                mail(row),
                row.getInt("characters"));
        return new Document(row.getObject("id", UUID.class), StampRow.read(row), ItemRow.joined(row), facts);
    }

    private static Optional<MailHeaders> mail(ResultSet row) throws SQLException {
        Optional<String> subject = text(row, "subject");
        return subject.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailHeaders(
                        texts(row, "mail_from"),
                        texts(row, "mail_to"),
                        texts(row, "mail_cc"),
                        texts(row, "mail_bcc"),
                        subject.get(),
                        text(row, "sent").orElse(""),
                        text(row, "message_id").orElse(""),
                        text(row, "in_reply_to").orElse(""),
                        texts(row, "mail_refs")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
