package org.plumbline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.jobs.JobId;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on ingestions and on what their items add up to. */
@Component
class IngestionTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, title, expected, completed_at, job
            from documents.ingestion
            """;

    private final JdbcClient db;

    IngestionTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Ingestion ingestion) {
        StampRow.bind(db.sql("""
                        insert into documents.ingestion (id, owner, label, case_id, recorded_at, recorded_by, title, expected)
                        values (:id, :owner, :label, :case, :at, :by, :title, :expected)
                        """), ingestion.stamp())
                .param("id", ingestion.id())
                .param("title", ingestion.title())
                .param("expected", ingestion.expected().orElse(null), Types.INTEGER)
                .update();
    }

    void complete(UUID id, Instant at, JobId job) {
        db.sql("""
                        update documents.ingestion set completed_at = coalesce(completed_at, :at), job = :job,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("job", job.value())
                .update();
    }

    Optional<Ingestion> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(IngestionTable::ingestion)
                .optional();
    }

    List<Ingestion> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where id in (:ids) order by id limit 1000")
                        .param("ids", ids)
                        .query(IngestionTable::ingestion)
                        .list();
    }

    List<Ingestion> list(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, SELECT, "ingestion", caseId, before, limit)
                .query(IngestionTable::ingestion)
                .list();
    }

    /** The counts of each of these ingestions; one without items has none. */
    Map<UUID, Counts> counts(Collection<UUID> ingestions) {
        var states = new HashMap<UUID, Map<ItemState, Long>>();
        var inputs = new HashMap<UUID, Long>();
        if (!ingestions.isEmpty()) {
            db.sql("""
                            select ingestion, state, count(*) as many, count(*) filter (where parent is null) as inputs
                            from documents.item where ingestion in (:ids) group by ingestion, state
                            order by ingestion, state limit 10000
                            """)
                    .param("ids", ingestions)
                    .query((row, n) -> {
                        UUID of = row.getObject("ingestion", UUID.class);
                        states.computeIfAbsent(of, k -> new EnumMap<>(ItemState.class))
                                .put(ItemState.ofCode(row.getString("state")), row.getLong("many"));
                        return inputs.merge(of, row.getLong("inputs"), Long::sum);
                    })
                    .list();
        }
        var counts = new HashMap<UUID, Counts>();
        ingestions.forEach(id ->
                counts.put(id, new Counts(states.getOrDefault(id, Map.of()), inputs.getOrDefault(id, 0L))));
        return counts;
    }

    private static Ingestion ingestion(ResultSet row, int n) throws SQLException {
        return new Ingestion(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("title"),
                Optional.ofNullable(row.getObject("expected", Integer.class)),
                Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("job", UUID.class)).map(JobId::new));
    }
}
