package org.plumbline.custody;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on kept content. */
@Component
class ContentTable {
    private final JdbcClient db;

    ContentTable(JdbcClient db) {
        this.db = db;
    }

    /** Whether any record names these bytes of the case, of those the transaction may see. */
    boolean isNamed(CaseId caseId, Digest digest) {
        return db.sql("select exists (select 1 from custody.content where case_id = :case and digest = :digest)")
                .param("case", caseId.value())
                .param("digest", digest.hex())
                .query(Boolean.class)
                .single();
    }

    /** All content of a case, of that the transaction may see. */
    Set<Digest> of(CaseId caseId) {
        return Set.copyOf(db.sql("select distinct digest from custody.content where case_id = :case")
                .param("case", caseId.value())
                .query((row, n) -> new Digest(row.getString("digest")))
                .list());
    }

    /** Does nothing when this content is there under this label already. */
    void insert(UUID id, Stamp stamp, Digest digest, long bytes) {
        StampRow.bind(db.sql("""
                        insert into custody.content (id, owner, label, case_id, recorded_at, recorded_by, digest, bytes)
                        values (:id, :owner, :label, :case, :at, :by, :digest, :bytes)
                        on conflict on constraint content_once do nothing
                        """), stamp)
                .param("id", id)
                .param("digest", digest.hex())
                .param("bytes", bytes)
                .update();
    }

    Optional<Content> find(Stamp stamp, Digest digest) {
        return db.sql("select id, digest, bytes from custody.content where label = :label and digest = :digest")
                .param("label", stamp.label().value())
                .param("digest", digest.hex())
                .query((row, n) -> new Content(
                        row.getObject("id", UUID.class), new Digest(row.getString("digest")), row.getLong("bytes")))
                .optional();
    }
}
