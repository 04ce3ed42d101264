package org.plumbline.documents;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query that writes mails and keeps their threads up. */
@Component
class MailTable {
    /** Any number, the same for all that keep threads up: "mail" in ASCII. */
    private static final int LOCK = 0x6d61696c;

    private final JdbcClient db;
    private final Ids ids;

    MailTable(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /** A thread by its identifier, and how many mails it holds. */
    record Size(UUID thread, int mails) {}

    /** Lets nobody else change threads of this label until the transaction ends. */
    void lock(LabelId label) {
        db.sql("select pg_advisory_xact_lock(:lock, :label)")
                .param("lock", LOCK)
                .param("label", label.value())
                .query((row, n) -> n)
                .list();
    }

    /** The threads of a label that one of these tokens is in. */
    List<UUID> threads(LabelId label, Collection<String> tokens) {
        return db.sql("select distinct thread from documents.mail_link where label = :label and token in (:tokens)")
                .param("label", label.value())
                .param("tokens", tokens)
                .query((row, n) -> row.getObject("thread", UUID.class))
                .list();
    }

    /**
     * The threads that a subject joins a mail to: with a participant in common, a reply belongs to whatever was sent in
     * the days before it. The nearest reply on either side stands for all that it is joined to already, so a template
     * sent a hundred thousand times is not gone through once for each.
     */
    List<UUID> bySubject(LabelId label, MailFacts mail, int days) {
        return db.sql("""
                        with a as (select distinct address from unnest(:addresses) address),
                        near as (
                            select a.address, before.sent as before, after.sent as after
                            from a
                            left join lateral (
                                select p.sent from documents.mail_party p
                                where p.label = :label and p.bucket = :bucket and p.address = a.address and p.reply
                                  and p.sent between :at - :days * interval '1 day' and :at
                                order by p.sent desc limit 1) before on true
                            left join lateral (
                                select p.sent from documents.mail_party p
                                where p.label = :label and p.bucket = :bucket and p.address = a.address and p.reply
                                  and p.sent between :at and :at + :days * interval '1 day'
                                order by p.sent limit 1) after on true)
                        select distinct m.thread
                        from near
                        join documents.mail_party p on p.label = :label and p.bucket = :bucket and p.address = near.address
                         and (p.reply and p.sent = near.after
                              or :reply and p.reply and p.sent = near.before
                              or :reply and not p.reply and p.sent <= :at
                                 and p.sent >= greatest(near.before, :at - :days * interval '1 day')
                                 and (near.after is null or p.sent < near.after - :days * interval '1 day'))
                        join documents.mail m on m.id = p.mail
                        """)
                .param("label", label.value())
                .param("bucket", mail.bucket())
                .param(
                        "addresses",
                        mail.parties().stream().map(MailParty::address).toArray(String[]::new))
                .param("at", mail.sent().orElseThrow().atOffset(ZoneOffset.UTC))
                .param("reply", mail.subject().reply())
                .param("days", days)
                .query((row, n) -> row.getObject("thread", UUID.class))
                .list();
    }

    /** The thread a mail is in already, having been read before. */
    Optional<UUID> threadOf(UUID mail) {
        return db.sql("select thread from documents.mail where id = :id")
                .param("id", mail)
                .query((row, n) -> row.getObject("thread", UUID.class))
                .optional();
    }

    /** These threads, the largest first. */
    List<Size> sizes(Collection<UUID> threads) {
        return db.sql("""
                        select id, mails from documents.mail_thread where id in (:threads) order by mails desc, id
                        """)
                .param("threads", threads)
                .query((row, n) -> new Size(row.getObject("id", UUID.class), row.getInt("mails")))
                .list();
    }

    UUID open(Stamp stamp) {
        UUID id = ids.next();
        StampRow.bind(db.sql("""
                        insert into documents.mail_thread (id, owner, label, case_id, recorded_at, recorded_by, mails, newest)
                        values (:id, :owner, :label, :case, :at, :by, 0, '0001-01-01T00:00:00Z')
                        """), stamp).param("id", id).update();
        return id;
    }

    /** Puts all that is in one thread into another; nothing is left in it. */
    void join(UUID from, UUID into) {
        for (String table : List.of("mail", "mail_link")) {
            db.sql("update documents." + table + " set thread = :into where thread = :from")
                    .param("into", into)
                    .param("from", from)
                    .update();
        }
        db.sql("""
                        update documents.mail_thread t set mails = t.mails + o.mails, newest = greatest(t.newest, o.newest),
                            version = t.version + 1
                        from documents.mail_thread o where t.id = :into and o.id = :from
                        """).param("into", into).param("from", from).update();
        db.sql("update documents.mail_thread set mails = 0, version = version + 1 where id = :from")
                .param("from", from)
                .update();
    }

    void link(Stamp stamp, Collection<String> tokens, UUID thread) {
        for (String token : tokens) {
            StampRow.bind(db.sql("""
                            insert into documents.mail_link (id, owner, label, case_id, recorded_at, recorded_by, token, thread)
                            values (:id, :owner, :label, :case, :at, :by, :token, :thread)
                            on conflict on constraint mail_link_once do nothing
                            """), stamp)
                    .param("id", ids.next())
                    .param("token", token)
                    .param("thread", thread)
                    .update();
        }
    }

    /** Writes a mail into its thread; read again, the newer reading replaces the older. */
    void write(UUID document, Stamp stamp, MailFacts mail, int attachments, UUID thread) {
        StampRow.bind(db.sql("""
                        insert into documents.mail (id, owner, label, case_id, recorded_at, recorded_by, message_id, parents,
                            subject_key, sent, digest, attachments, thread)
                        values (:id, :owner, :label, :case, :at, :by, :message, :parents, :subject, :sent, :digest,
                            :attachments, :thread)
                        on conflict on constraint mail_pk do update set message_id = excluded.message_id,
                            parents = excluded.parents, subject_key = excluded.subject_key, sent = excluded.sent,
                            digest = excluded.digest, attachments = excluded.attachments, thread = excluded.thread,
                            version = documents.mail.version + 1
                        """), stamp)
                .param("id", document)
                .param("message", mail.messageId().orElse(null), Types.VARCHAR)
                .param("parents", mail.parents().toArray(String[]::new))
                .param("subject", mail.subject().key())
                .param("sent", at(mail.sent()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("digest", mail.digest().hex())
                .param("attachments", attachments)
                .param("thread", thread)
                .update();
        int place = 0;
        for (MailParty party : mail.parties()) {
            write(document, stamp, mail, party, ++place);
        }
    }

    private void write(UUID document, Stamp stamp, MailFacts mail, MailParty party, int place) {
        boolean bySubject = mail.bySubject();
        StampRow.bind(db.sql("""
                        insert into documents.mail_party (id, owner, label, case_id, recorded_at, recorded_by, mail, role,
                            place, address, name, bucket, sent, reply)
                        values (:id, :owner, :label, :case, :at, :by, :mail, :role, :place, :address, :name, :bucket, :sent,
                            :reply)
                        on conflict on constraint mail_party_once do update set address = excluded.address,
                            name = excluded.name, bucket = excluded.bucket, sent = excluded.sent, reply = excluded.reply,
                            version = documents.mail_party.version + 1
                        """), stamp)
                .param("id", ids.next())
                .param("mail", document)
                .param("role", party.role().code())
                .param("place", place)
                .param("address", party.address())
                .param("name", party.name())
                .param("bucket", bySubject ? mail.bucket() : null, Types.VARCHAR)
                .param("sent", bySubject ? at(mail.sent()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reply", bySubject ? mail.subject().reply() : null, Types.BOOLEAN)
                .update();
    }

    /** Counts a mail in its thread. */
    void count(UUID thread, Optional<Instant> sent, int more) {
        db.sql("""
                        update documents.mail_thread set mails = mails + :more, version = version + 1,
                            newest = greatest(newest, coalesce(cast(:sent as timestamptz), newest))
                        where id = :thread
                        """)
                .param("thread", thread)
                .param("more", more)
                .param("sent", at(sent), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static java.time.@org.jspecify.annotations.Nullable OffsetDateTime at(Optional<Instant> sent) {
        return sent.map(s -> s.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
