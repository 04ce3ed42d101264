package org.plumbline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the times that files were read, the texts that were replaced, and pauses. Insert only. */
@Component
class ReadingTable {
    private static final int MOST = 1000;

    private final JdbcClient db;

    ReadingTable(JdbcClient db) {
        this.db = db;
    }

    void insert(PastReading reading) {
        StampRow.bind(db.sql("""
                        insert into documents.reading (id, owner, label, case_id, recorded_at, recorded_by, ingestion, item,
                            tools, ocr_languages, state, reasons, characters, text_digest)
                        values (:id, :owner, :label, :case, :at, :by, :ingestion, :item, :tools, :languages,
                            :state, :reasons,
                            :characters, :text)
                        """), reading.stamp())
                .param("id", reading.id())
                .param("ingestion", reading.ingestion())
                .param("item", reading.item())
                .param("tools", reading.tools())
                .param("languages", String.join(" ", reading.ocrLanguages()))
                .param("state", reading.state().code())
                .param("reasons", Reasons.write(reading.reasons()))
                .param("characters", reading.characters())
                .param("text", reading.text().map(Digest::hex).orElse(null), Types.VARCHAR)
                .update();
    }

    /** The times that a file was read, newest first. */
    List<PastReading> of(UUID item) {
        return db.sql("""
                        select r.id, r.owner, r.label, r.case_id, r.recorded_at, r.recorded_by, r.version, r.ingestion,
                               r.item, r.tools, r.ocr_languages, r.state, r.reasons, r.characters, r.text_digest,
                               exists (select 1 from documents.earlier_text e where e.reading = r.id) as kept
                        from documents.reading r
                        where r.item = :item order by r.id desc limit :most
                        """)
                .param("item", item)
                .param("most", MOST)
                .query(ReadingTable::reading)
                .list();
    }

    /**
     * Keeps the text that a document has, if another is to replace it.
     *
     * @param reading that gave it; absent for what was read before readings were kept
     */
    void keepReplaced(UUID id, Stamp stamp, UUID document, Optional<UUID> reading, String by) {
        StampRow.bind(db.sql("""
                        insert into documents.earlier_text (id, owner, label, case_id, recorded_at, recorded_by, document,
                            reading, body, sections)
                        select :id, :owner, :label, :case, :at, :by, t.id, :reading, t.body, t.sections
                        from documents.document_text t where t.id = :document and t.body <> :body
                        """), stamp)
                .param("id", id)
                .param("document", document)
                .param("reading", reading.orElse(null), Types.OTHER)
                .param("body", by)
                .update();
    }

    /** A text of a document that a later reading replaced, by its digest. */
    Optional<DocumentText> replaced(UUID document, Digest text) {
        return db.sql("""
                        select e.body, e.sections from documents.earlier_text e
                        join documents.reading r on r.id = e.reading
                        where e.document = :document and r.text_digest = :text order by e.id limit 1
                        """)
                .param("document", document)
                .param("text", text.hex())
                .query((row, n) ->
                        new DocumentText(row.getString("body"), SectionLines.read(row.getString("sections"))))
                .optional();
    }

    void pause(UUID id, Stamp stamp, UUID ingestion, boolean paused) {
        StampRow.bind(db.sql("""
                        insert into documents.ingestion_pause (id, owner, label, case_id, recorded_at, recorded_by,
                            ingestion, act)
                        values (:id, :owner, :label, :case, :at, :by, :ingestion, :act)
                        """), stamp)
                .param("id", id)
                .param("ingestion", ingestion)
                .param("act", paused ? "pause" : "resume")
                .update();
    }

    /** Those of these ingestions that are paused. */
    Set<UUID> paused(Collection<UUID> ingestions) {
        return ingestions.isEmpty()
                ? Set.of()
                : new HashSet<>(db.sql("""
                                select i.id from documents.ingestion i
                                cross join lateral (
                                    select p.act from documents.ingestion_pause p
                                    where p.ingestion = i.id order by p.id desc limit 1) newest
                                where i.id in (:ids) and newest.act = 'pause'
                                order by i.id limit 1000
                                """)
                        .param("ids", ingestions)
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list());
    }

    /** How many files of an ingestion were read since a moment, and how long ago the first of them was. */
    record Recent(long many, Duration since) {}

    Recent recent(UUID ingestion, Instant from, Instant now) {
        return db.sql("""
                        select count(*) as many,
                               coalesce(extract(epoch from cast(:now as timestamptz) - min(recorded_at)) * 1000, 0)::bigint as ms
                        from documents.reading where ingestion = :ingestion and recorded_at > :from
                        """)
                .param("ingestion", ingestion)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Recent(row.getLong("many"), Duration.ofMillis(row.getLong("ms"))))
                .single();
    }

    private static PastReading reading(ResultSet row, int n) throws SQLException {
        return new PastReading(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("ingestion", UUID.class),
                row.getObject("item", UUID.class),
                row.getString("tools"),
                OcrTable.words(row.getString("ocr_languages")),
                ItemState.ofCode(row.getString("state")),
                Reasons.read(row.getString("reasons")),
                row.getInt("characters"),
                Optional.ofNullable(row.getString("text_digest")).map(Digest::new),
                row.getBoolean("kept"));
    }
}
