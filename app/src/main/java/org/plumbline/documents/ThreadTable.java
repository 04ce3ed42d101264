package org.plumbline.documents;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query that shows threads. Rows of other labels are not there, so neither is what they would have joined. */
@Component
class ThreadTable {
    private static final int PEOPLE_OF = 30;

    private final JdbcClient db;

    ThreadTable(JdbcClient db) {
        this.db = db;
    }

    /** A part of a thread, under one label. */
    record Part(UUID id, Instant newest) {}

    /** What a thread adds up to, over its parts. */
    record Sum(UUID first, String subject, int messages, Optional<Instant> from, Optional<Instant> to, boolean files) {}

    /** A mail as its place in a thread needs it. */
    record Bone(
            UUID document, Optional<String> messageId, List<String> parents, Optional<Instant> sent, String digest) {}

    /**
     * Parts of threads, newest first, after the cursor; only with a mail that matches the filter, where there is one.
     */
    List<Part> parts(CaseId caseId, MailFilter filter, Optional<UUID> before, int limit) {
        return filtered("""
                        select t.id, t.newest from documents.mail_thread t
                        where t.case_id = :case and t.mails > 0
                          and (cast(:before as uuid) is null or (t.newest, t.id) <
                               (select c.newest, c.id from documents.mail_thread c where c.id = :before))
                        """, filter, " order by t.newest desc, t.id desc limit :limit")
                .param("case", caseId.value())
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(ThreadTable::part)
                .list();
    }

    /** These parts, without those that the filter leaves out. */
    List<Part> parts(CaseId caseId, MailFilter filter, Collection<UUID> ids) {
        return filtered("""
                        select t.id, t.newest from documents.mail_thread t
                        where t.case_id = :case and t.mails > 0 and t.id in (:ids)
                        """, filter, " order by t.newest desc, t.id desc")
                .param("case", caseId.value())
                .param("ids", ids)
                .query(ThreadTable::part)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String select, MailFilter filter, String order) {
        String address = filter.address().isEmpty() ? "" : """
                   and t.id in (select m.thread from documents.mail_party p join documents.mail m on m.id = p.mail
                                where p.case_id = :case and p.address = :address)
                  """;
        String subject = filter.subject().isEmpty() ? "" : """
                   and t.id in (select m.thread from documents.mail m
                                where m.case_id = :case and position(:subject in m.subject_key) > 0)
                  """;
        JdbcClient.StatementSpec query = db.sql(select + address + subject + order);
        query = filter.address().isEmpty() ? query : query.param("address", filter.address());
        return filter.subject().isEmpty() ? query : query.param("subject", filter.subject());
    }

    /** Whether mails of the case that are visible lie under more than one label, so that threads may have parts. */
    boolean manyLabels(CaseId caseId) {
        return db.sql("""
                        select coalesce((select min(label) from documents.mail_thread where case_id = :case and mails > 0)
                            <> (select max(label) from documents.mail_thread where case_id = :case and mails > 0), false)
                        """).param("case", caseId.value()).query(Boolean.class).single();
    }

    /**
     * The parts that belong together with each of these, itself among them: an identifier stated in both joins them.
     */
    Map<UUID, List<UUID>> together(CaseId caseId, Collection<UUID> parts) {
        var together = new LinkedHashMap<UUID, List<UUID>>();
        db.sql("""
                        with recursive near (origin, thread) as (
                            select id, id from unnest(:parts) id
                            union
                            select n.origin, other.thread
                            from near n
                            join documents.mail_link mine on mine.thread = n.thread
                            join documents.mail_link other on other.case_id = :case and other.token = mine.token
                             and other.thread <> mine.thread)
                        select origin, thread from near order by origin, thread
                        """)
                .param("case", caseId.value())
                .param("parts", parts.toArray(UUID[]::new))
                .query((row, n) -> together.computeIfAbsent(row.getObject("origin", UUID.class), k -> new ArrayList<>())
                        .add(row.getObject("thread", UUID.class)))
                .list();
        return together;
    }

    /** What each thread adds up to: the parts it is made of, by one of them. */
    Map<UUID, Sum> sums(Map<UUID, List<UUID>> threads) {
        var sums = new LinkedHashMap<UUID, Sum>();
        of("""
                        select g.origin, s.messages, s.sent_from, s.sent_to, s.files, f.id, f.subject
                        from (select g.origin, count(distinct m.digest) as messages, min(m.sent) as sent_from,
                                     max(m.sent) as sent_to, bool_or(m.attachments > 0) as files
                              from parts g join documents.mail m on m.thread = g.thread group by g.origin) s
                        join (select distinct origin from parts) g on g.origin = s.origin
                        cross join lateral (
                            select m.id, d.subject from parts p join documents.mail m on m.thread = p.thread
                            join documents.document d on d.id = m.id
                            where p.origin = g.origin order by m.sent nulls last, m.id limit 1) f
                        """, threads)
                .query((row, n) -> sums.put(
                        row.getObject("origin", UUID.class),
                        new Sum(
                                row.getObject("id", UUID.class),
                                row.getString("subject"),
                                row.getInt("messages"),
                                instant(row, "sent_from"),
                                instant(row, "sent_to"),
                                row.getBoolean("files"))))
                .list();
        return sums;
    }

    /** Who took part in the newest mails of each thread, each once, in the order of their first appearance. */
    Map<UUID, List<MailParty>> people(Map<UUID, List<UUID>> threads) {
        var people = new LinkedHashMap<UUID, List<MailParty>>();
        of("""
                        select x.origin, x.address, x.name from (
                            select distinct on (g.origin, p.address) g.origin, p.address, p.name, m.sent, p.place
                            from (select distinct origin from parts) g
                            cross join lateral (
                                select m.id, m.sent from parts o join documents.mail m on m.thread = o.thread
                                where o.origin = g.origin order by m.sent desc nulls last, m.id limit :newest) m
                            join documents.mail_party p on p.mail = m.id
                            order by g.origin, p.address, (p.name = ''), m.sent nulls last, p.place) x
                        order by x.origin, x.sent nulls last, x.place, x.address
                        """, threads)
                .param("newest", PEOPLE_OF)
                .query((row, n) -> people.computeIfAbsent(row.getObject("origin", UUID.class), k -> new ArrayList<>())
                        .add(new MailParty(MailParty.Role.TO, row.getString("address"), row.getString("name"))))
                .list();
        return people;
    }

    private JdbcClient.StatementSpec of(String select, Map<UUID, List<UUID>> threads) {
        var origins = new ArrayList<UUID>();
        var parts = new ArrayList<UUID>();
        threads.forEach((origin, each) -> each.forEach(part -> {
            origins.add(origin);
            parts.add(part);
        }));
        return db.sql("with parts as (select * from unnest(:origins, :threads) p (origin, thread))\n" + select)
                .param("origins", origins.toArray(UUID[]::new))
                .param("threads", parts.toArray(UUID[]::new));
    }

    /** The part of a thread that a mail is in. */
    Optional<UUID> partOf(CaseId caseId, UUID document) {
        return db.sql("select thread from documents.mail where id = :id and case_id = :case")
                .param("id", document)
                .param("case", caseId.value())
                .query((row, n) -> row.getObject("thread", UUID.class))
                .optional();
    }

    /** The mails of these parts, earliest first; those without a date last. */
    List<Bone> bones(Collection<UUID> parts, int limit) {
        return db.sql("""
                        select id, message_id, parents, sent, digest from documents.mail
                        where thread in (:parts) order by sent nulls last, id limit :limit
                        """)
                .param("parts", parts)
                .param("limit", limit)
                .query(ThreadTable::bone)
                .list();
    }

    /** Other mails of the case that are the same message, earliest recorded first. */
    List<UUID> copies(CaseId caseId, UUID document, int limit) {
        return db.sql("""
                        select o.id from documents.mail m
                        join documents.mail o on o.case_id = m.case_id and o.digest = m.digest and o.id <> m.id
                        where m.id = :id and m.case_id = :case order by o.id limit :limit
                        """)
                .param("id", document)
                .param("case", caseId.value())
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The first characters of each text. */
    Map<UUID, String> texts(Collection<UUID> documents, int characters) {
        var texts = new LinkedHashMap<UUID, String>();
        if (!documents.isEmpty()) {
            db.sql("""
                            select id, left(body, :characters) as body from documents.document_text
                            where id in (:ids) order by id limit 1000
                            """)
                    .param("characters", characters)
                    .param("ids", documents)
                    .query((row, n) -> texts.put(row.getObject("id", UUID.class), row.getString("body")))
                    .list();
        }
        return texts;
    }

    private static Part part(ResultSet row, int n) throws SQLException {
        return new Part(row.getObject("id", UUID.class), instant(row, "newest").orElseThrow());
    }

    private static Bone bone(ResultSet row, int n) throws SQLException {
        Array parents = row.getArray("parents");
        return new Bone(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("message_id")),
                List.of((String[]) parents.getArray()),
                instant(row, "sent"),
                row.getString("digest"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
