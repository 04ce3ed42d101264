package org.plumbline.custody.packages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.custody.Content;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on evidence packages. Insert only. */
@Component
class PackageTable {
    private static final String SELECT = """
            select p.id, p.owner, p.label, p.case_id, p.recorded_at, p.recorded_by, p.version, p.recipient, p.purpose,
                   p.conditions, p.digest, p.bytes, p.exhibits, p.content, p.content_digest, c.bytes as content_bytes
            from custody.evidence_package p join custody.content c on c.id = p.content
            """;

    private final JdbcClient db;

    PackageTable(JdbcClient db) {
        this.db = db;
    }

    void insert(EvidencePackage made) {
        StampRow.bind(db.sql("""
                        insert into custody.evidence_package (id, owner, label, case_id, recorded_at, recorded_by,
                            recipient, purpose, conditions, digest, bytes, exhibits, content, content_digest)
                        values (:id, :owner, :label, :case, :at, :by, :recipient, :purpose, :conditions, :digest, :bytes,
                            :exhibits, :content, :contentDigest)
                        """), made.stamp())
                .param("id", made.id())
                .param("recipient", made.terms().recipient())
                .param("purpose", made.terms().purpose())
                .param("conditions", made.terms().conditions())
                .param("digest", made.digest().hex())
                .param("bytes", made.bytes())
                .param("exhibits", made.exhibits().toArray(UUID[]::new))
                .param("content", made.kept().id())
                .param("contentDigest", made.kept().digest().hex())
                .update();
    }

    Optional<EvidencePackage> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where p.case_id = :case and p.id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(PackageTable::made)
                .optional();
    }

    /** Newest first, those before the cursor. */
    List<EvidencePackage> list(CaseId caseId, Optional<UUID> before, int limit) {
        return db.sql(
                        SELECT
                                + "where p.case_id = :case and (cast(:before as uuid) is null or p.id < :before) order by p.id desc limit :limit")
                .param("case", caseId.value())
                .param("before", before.orElse(null), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(PackageTable::made)
                .list();
    }

    List<EvidencePackage> all(Collection<UUID> ids) {
        return db.sql(SELECT + "where p.id in (:ids) order by p.id limit 1000")
                .param("ids", ids)
                .query(PackageTable::made)
                .list();
    }

    private static EvidencePackage made(ResultSet row, int n) throws SQLException {
        return new EvidencePackage(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                new PackageTerms(row.getString("recipient"), row.getString("purpose"), row.getString("conditions")),
                new Digest(row.getString("digest")),
                row.getLong("bytes"),
                Arrays.asList((UUID[]) row.getArray("exhibits").getArray()),
                new Content(
                        row.getObject("content", UUID.class),
                        new Digest(row.getString("content_digest")),
                        row.getLong("content_bytes")));
    }
}
