package org.plumbline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.custody.Content;
import org.plumbline.engine.evidence.completeness.LedgerLine;
import org.plumbline.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on statements of completeness, and the ledger as they have it. Insert only. */
@Component
class CompletenessTable {
    private static final int MOST = 100;
    private static final String SELECT = """
            select s.id, s.owner, s.label, s.case_id, s.recorded_at, s.recorded_by, s.version, s.ingestion, s.files, s.digest,
                   s.content, c.digest as content_digest, c.bytes
            from documents.completeness_statement s join custody.content c on c.id = s.content
            """;

    private final JdbcClient db;

    CompletenessTable(JdbcClient db) {
        this.db = db;
    }

    /** A line, and its place in the order of the ledger. */
    record Numbered(long place, LedgerLine line) {}

    /** Lines of the ledger in its order, after a place. */
    List<Numbered> lines(UUID ingestion, long after, int limit) {
        return db.sql("""
                        select i.seq, i.reference, p.reference as parent, i.path, i.bytes, i.digest, i.state, i.reasons,
                               coalesce((select r.tools from documents.reading r where r.item = i.id
                                         order by r.id desc limit 1), '') as tools
                        from documents.item i left join documents.item p on p.id = i.parent
                        where i.ingestion = :ingestion and i.seq > :after
                        order by i.seq limit :limit
                        """)
                .param("ingestion", ingestion)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Numbered(row.getLong("seq"), line(row)))
                .list();
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getString("reference"),
                Optional.ofNullable(row.getString("parent")),
                row.getString("path"),
                row.getLong("bytes"),
                Optional.ofNullable(row.getString("digest")),
                row.getString("state"),
                Reasons.read(row.getString("reasons")).stream()
                        .map(Reason::code)
                        .toList(),
                row.getString("tools"));
    }

    void insert(CompletenessStatement made) {
        StampRow.bind(db.sql("""
                        insert into documents.completeness_statement (id, owner, label, case_id, recorded_at, recorded_by,
                            ingestion, files, digest, content)
                        values (:id, :owner, :label, :case, :at, :by, :ingestion, :files, :digest, :content)
                        """), made.stamp())
                .param("id", made.id())
                .param("ingestion", made.ingestion())
                .param("files", made.files())
                .param("digest", made.digest().hex())
                .param("content", made.archive().id())
                .update();
    }

    /** Newest first. */
    List<CompletenessStatement> of(UUID ingestion) {
        return db.sql(SELECT + "where s.ingestion = :ingestion order by s.id desc limit :most")
                .param("ingestion", ingestion)
                .param("most", MOST)
                .query(CompletenessTable::made)
                .list();
    }

    Optional<CompletenessStatement> find(UUID ingestion, UUID id) {
        return db.sql(SELECT + "where s.ingestion = :ingestion and s.id = :id")
                .param("ingestion", ingestion)
                .param("id", id)
                .query(CompletenessTable::made)
                .optional();
    }

    List<CompletenessStatement> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where s.id in (:ids) order by s.id limit 1000")
                        .param("ids", ids)
                        .query(CompletenessTable::made)
                        .list();
    }

    private static CompletenessStatement made(ResultSet row, int n) throws SQLException {
        return new CompletenessStatement(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("ingestion", UUID.class),
                row.getLong("files"),
                new Digest(row.getString("digest")),
                new Content(
                        row.getObject("content", UUID.class),
                        new Digest(row.getString("content_digest")),
                        row.getLong("bytes")));
    }
}
