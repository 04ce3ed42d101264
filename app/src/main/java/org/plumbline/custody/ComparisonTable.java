package org.plumbline.custody;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on comparison digests. */
@Component
class ComparisonTable {
    private final JdbcClient db;
    private final Ids ids;

    ComparisonTable(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    private record Row(UUID exhibit, ComparisonDigest digest) {}

    /** Keeps them for an exhibit; one that is there already stays, for the same bytes have the same. */
    void keep(Stamp stamp, UUID exhibit, List<ComparisonDigest> digests) {
        for (ComparisonDigest each : digests) {
            StampRow.bind(db.sql("""
                            insert into custody.comparison_digest (id, owner, label, case_id, recorded_at, recorded_by, exhibit,
                                kind, digest)
                            values (:id, :owner, :label, :case, :at, :by, :exhibit, :kind, :digest)
                            on conflict on constraint comparison_digest_once do nothing
                            """), stamp)
                    .param("id", ids.next())
                    .param("exhibit", exhibit)
                    .param("kind", each.kind().code())
                    .param("digest", each.hex())
                    .update();
        }
    }

    /** Those of some exhibits of a case, MD5 first; an exhibit without any is not named. */
    Map<UUID, List<ComparisonDigest>> of(CaseId caseId, Collection<UUID> exhibits) {
        if (exhibits.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = db.sql("""
                        select distinct d.exhibit, d.kind, d.digest from custody.comparison_digest d
                        where d.case_id = :case and d.exhibit in (:exhibits)
                        order by d.exhibit, d.kind limit 10000
                        """)
                .param("case", caseId.value())
                .param("exhibits", exhibits)
                .query((row, n) -> new Row(
                        row.getObject("exhibit", UUID.class),
                        new ComparisonDigest(ComparisonKind.ofCode(row.getString("kind")), row.getString("digest"))))
                .list();
        var found = new LinkedHashMap<UUID, List<ComparisonDigest>>();
        rows.forEach(row -> found.merge(row.exhibit(), List.of(row.digest()), ComparisonTable::both));
        return found;
    }

    private static List<ComparisonDigest> both(List<ComparisonDigest> some, List<ComparisonDigest> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
