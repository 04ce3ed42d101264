package org.plumbline.custody.uploads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.access.StampRow;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on uploads. */
@Component
class UploadTable {
    private final JdbcClient db;

    UploadTable(JdbcClient db) {
        this.db = db;
    }

    /** Bytes that the vault keeps for an upload. */
    record Bytes(CaseId caseId, UUID upload, UUID arriving) {}

    void insert(Upload upload) {
        StampRow.bind(db.sql("""
                        insert into custody.upload (id, owner, label, case_id, recorded_at, recorded_by, arriving, name,
                            stated_path, origin, bytes, sha256, digests, ingestion, purpose, metadata, expires_at)
                        values (:id, :owner, :label, :case, :at, :by, :arriving, :name, :path, :origin, :bytes, :sha256,
                            :digests,
                            :ingestion, :purpose, :metadata, :expires)
                        """), upload.stamp())
                .param("id", upload.id())
                .param("arriving", upload.arriving())
                .param("name", upload.as().name())
                .param("path", upload.as().path())
                .param("origin", upload.as().origin().code())
                .param("bytes", upload.bytes())
                .param("sha256", upload.sha256().map(Digest::hex).orElse(null), Types.VARCHAR)
                .param(
                        "digests",
                        upload.compared().stream().map(ComparisonKind::code).toArray(String[]::new))
                .param("ingestion", upload.to().ingestion().orElse(null), Types.OTHER)
                .param("purpose", upload.to().purpose().orElse(null), Types.VARCHAR)
                .param("metadata", upload.metadata())
                .param("expires", upload.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** That it ended; a second end is a failure of the whole transaction. */
    void end(UUID id, Stamp stamp, Upload.End how, Optional<UUID> exhibit) {
        StampRow.bind(db.sql("""
                        insert into custody.upload_ended (id, owner, label, case_id, recorded_at, recorded_by, how, exhibit)
                        values (:id, :owner, :label, :case, :at, :by, :how, :exhibit)
                        """), stamp)
                .param("id", id)
                .param("how", how.code())
                .param("exhibit", exhibit.orElse(null), Types.OTHER)
                .update();
    }

    /** An upload of a case that this member began. */
    Optional<Upload> own(CaseId caseId, UUID id, MemberId by) {
        return db.sql("""
                        select u.id, u.owner, u.label, u.case_id, u.recorded_at, u.recorded_by, u.version, u.arriving,
                            u.name, u.stated_path, u.origin, u.bytes, u.sha256, u.digests, u.ingestion, u.purpose, u.metadata,
                            u.expires_at, e.how, e.exhibit
                        from custody.upload u left join custody.upload_ended e on e.id = u.id
                        where u.case_id = :case and u.id = :id and u.recorded_by = :by
                        """)
                .param("case", caseId.value())
                .param("id", id)
                .param("by", by.value())
                .query(UploadTable::upload)
                .optional();
    }

    /** Whether bytes belong to an upload that may go on, of those the transaction may see. */
    boolean isAwaited(CaseId caseId, UUID arriving, Instant now) {
        return db.sql("""
                        select exists (
                            select 1 from custody.upload u
                            where u.case_id = :case and u.arriving = :arriving and u.expires_at > :now
                              and not exists (select 1 from custody.upload_ended e where e.id = u.id))
                        """)
                .param("case", caseId.value())
                .param("arriving", arriving)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Those that nobody ended and that expired in this time, of those the transaction may see. */
    List<Bytes> expired(Instant from, Instant to) {
        return db.sql("""
                        select u.case_id, u.id, u.arriving from custody.upload u
                        where u.expires_at > :from and u.expires_at <= :to
                          and not exists (select 1 from custody.upload_ended e where e.id = u.id)
                        order by u.expires_at limit 10000
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Bytes(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getObject("arriving", UUID.class)))
                .list();
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        var as = new Received(
                row.getString("name"),
                row.getString("stated_path"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)));
        var to = new UploadTaker.Destination(
                Optional.ofNullable(row.getObject("ingestion", UUID.class)),
                Optional.ofNullable(row.getString("purpose")));
        return new Upload(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("arriving", UUID.class),
                as,
                row.getLong("bytes"),
                Optional.ofNullable(row.getString("sha256")).map(Digest::new),
                compared(row),
                to,
                row.getString("metadata"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("how")).map(Upload.End::ofCode),
                Optional.ofNullable(row.getObject("exhibit", UUID.class)));
    }

    private static Set<ComparisonKind> compared(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("digests").getArray())
                .map(ComparisonKind::ofCode)
                .collect(Collectors.toUnmodifiableSet());
    }
}
