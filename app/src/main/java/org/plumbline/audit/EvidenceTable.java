package org.plumbline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.log.Evidence;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on what opens commitments. */
@Component
class EvidenceTable {
    private static final String SELECT = """
            select e.id, encode(e.leaf, 'hex') as leaf, b.content, encode(b.salt, 'hex') as salt,
                   t.index as tombstone_index, encode(t.leaf, 'hex') as tombstone, t.content as tombstone_content,
                   encode(t.salt, 'hex') as tombstone_salt
            from audit.entry e
            left join audit.body b on b.entry = e.id
            left join lateral audit.tombstone(e.id) t on b.entry is null
            """;

    private final JdbcClient db;

    EvidenceTable(JdbcClient db) {
        this.db = db;
    }

    /** An entry with what opens its commitment. */
    record Opened(UUID entry, Evidence evidence) {}

    Optional<Evidence> of(UUID id) {
        return db.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(EvidenceTable::opened)
                .optional()
                .map(Opened::evidence);
    }

    Optional<Evidence> of(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where e.id = :id and e.case_id = :case")
                .param("id", id)
                .param("case", caseId.value())
                .query(EvidenceTable::opened)
                .optional()
                .map(Opened::evidence);
    }

    /** Of a case, oldest first. */
    List<Opened> ofCase(CaseId caseId, int limit) {
        return db.sql(SELECT + "where e.case_id = :case order by e.id limit :limit")
                .param("case", caseId.value())
                .param("limit", limit)
                .query(EvidenceTable::opened)
                .list();
    }

    /** The first act of a case within a time whose body holds this name. */
    Optional<Opened> naming(CaseId caseId, String name, Instant from, Instant until) {
        return db.sql(SELECT + """
                        where e.case_id = :case and e.kind = 'act' and e.outcome = 'done' and e.id between :from and :until
                            and strpos(b.content, :name) > 0
                        order by e.id limit 1""")
                .param("case", caseId.value())
                .param("from", first(from))
                .param("until", first(until))
                .param("name", "\"" + name + "\"")
                .query(EvidenceTable::opened)
                .optional();
    }

    /** The first identifier of a moment: RFC 9562 section 5.7 has the milliseconds in its first 48 bits. */
    private static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    private static Opened opened(ResultSet row, int n) throws SQLException {
        Optional<Evidence.Body> body = body(row, "content", "salt");
        Optional<Evidence.Body> tombstone = body(row, "tombstone_content", "tombstone_salt");
        return new Opened(
                row.getObject("id", UUID.class),
                new Evidence(
                        row.getString("leaf"),
                        body,
                        tombstone.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Evidence.Tombstone(
                                        row.getLong("tombstone_index"), row.getString("tombstone"), tombstone.get()))));
    }

    private static Optional<Evidence.Body> body(ResultSet row, String content, String salt) throws SQLException {
        String text = row.getString(content);
        return row.wasNull() ? Optional.empty() : Optional.of(new Evidence.Body(text, row.getString(salt)));
    }
}
