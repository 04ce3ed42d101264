package org.plumbline.cases.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on erasures of cases. */
@Component
final class CaseErasureTable {
    private static final String SELECT = """
            select a.id, a.of_case, a.number, a.ground, a.reason, a.recorded_by, a.recorded_at, d.confirmed,
                   d.reason as decided_why, d.recorded_by as decided_by, d.recorded_at as decided_at
            from cases.erasure_asked a left join cases.erasure_decided d on d.asked = a.id
            """;

    private final JdbcClient db;

    CaseErasureTable(JdbcClient db) {
        this.db = db;
    }

    void ask(CaseErasure asked, Acting by) {
        db.sql("""
                        insert into cases.erasure_asked (id, owner, of_case, number, ground, reason, recorded_at, recorded_by)
                        values (:id, :owner, :case, :number, :ground, :reason, :at, :by)
                        """)
                .param("id", asked.id())
                .param("owner", by.organisation().value())
                .param("case", asked.caseId().value())
                .param("number", asked.number())
                .param("ground", asked.ground())
                .param("reason", asked.reason())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .param("by", by.member().value())
                .update();
    }

    /** False when somebody decided meanwhile. */
    boolean decide(UUID asked, boolean confirmed, String reason, Acting by, Instant at) {
        return db.sql("""
                                insert into cases.erasure_decided (asked, owner, confirmed, reason, recorded_at, recorded_by)
                                values (:asked, :owner, :confirmed, :reason, :at, :by) on conflict do nothing
                                """)
                        .param("asked", asked)
                        .param("owner", by.organisation().value())
                        .param("confirmed", confirmed)
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.member().value())
                        .update()
                == 1;
    }

    /** Deletes the rows of the case whose erasure this transaction has confirmed; answers how many. */
    long eraseRows(UUID asked) {
        return db.sql("select cases.erase_rows(:asked)")
                .param("asked", asked)
                .query(Long.class)
                .single();
    }

    Optional<CaseErasure> find(CaseId caseId, UUID id) {
        List<CaseErasure> found = db.sql(SELECT + "where a.id = :id and a.of_case = :case")
                .param("id", id)
                .param("case", caseId.value())
                .query(CaseErasureTable::erasure)
                .list();
        return withCleared(found).stream().findFirst();
    }

    /** Of a case, newest first. */
    List<CaseErasure> ofCase(CaseId caseId) {
        return withCleared(db.sql(SELECT + "where a.of_case = :case order by a.id desc limit 50")
                .param("case", caseId.value())
                .query(CaseErasureTable::erasure)
                .list());
    }

    /** Those carried out in the organisation, newest first, before the cursor. */
    List<CaseErasure> done(Optional<UUID> before, int limit) {
        return withCleared(db.sql(SELECT + """
                        where d.confirmed and (cast(:before as uuid) is null or a.id < :before)
                        order by a.id desc limit :limit
                        """)
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(CaseErasureTable::erasure)
                .list());
    }

    void cleared(UUID asked, CaseErasure.Cleared place) {
        db.sql("""
                        insert into cases.erasure_cleared (asked, place, items, remains, cleared_at)
                        values (:asked, :place, :items, :remains, :at) on conflict do nothing
                        """)
                .param("asked", asked)
                .param("place", place.place())
                .param("items", place.items().orElse(null), Types.BIGINT)
                .param("remains", place.left().name())
                .param("at", place.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The places that were cleared already; of an erasure that somebody else looked up. */
    List<CaseErasure.Cleared> cleared(UUID asked) {
        return cleared(List.of(asked)).getOrDefault(asked, List.of());
    }

    /** With the places of all of them, asked for at once. */
    private List<CaseErasure> withCleared(List<CaseErasure> erasures) {
        Map<UUID, List<CaseErasure.Cleared>> places =
                cleared(erasures.stream().map(CaseErasure::id).toList());
        return erasures.stream()
                .map(erasure -> erasure.with(places.getOrDefault(erasure.id(), List.of())))
                .toList();
    }

    /** By erasure; there are fewer than fifty places. */
    private Map<UUID, List<CaseErasure.Cleared>> cleared(List<UUID> asked) {
        var places = new HashMap<UUID, List<CaseErasure.Cleared>>();
        db.sql("""
                        select asked, place, items, remains, cleared_at from cases.erasure_cleared
                        where asked = any(:asked) order by asked, cleared_at, place limit :limit
                        """)
                .param("asked", asked.toArray(UUID[]::new))
                .param("limit", 50 * asked.size())
                .query(row -> {
                    places.computeIfAbsent(row.getObject("asked", UUID.class), id -> new ArrayList<>())
                            .add(place(row));
                });
        return places;
    }

    private static CaseErasure.Cleared place(ResultSet row) throws SQLException {
        return new CaseErasure.Cleared(
                row.getString("place"),
                Optional.ofNullable(row.getObject("items", Long.class)),
                Left.valueOf(row.getString("remains")),
                at(row, "cleared_at").orElseThrow());
    }

    private static CaseErasure erasure(ResultSet row, int n) throws SQLException {
        Optional<Instant> decided = at(row, "decided_at");
        Optional<CaseErasure.Decision> decision = decided.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseErasure.Decision(
                        row.getBoolean("confirmed"),
                        row.getString("decided_why"),
                        new MemberId(row.getObject("decided_by", UUID.class)),
                        decided.get()));
        return new CaseErasure(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("of_case", UUID.class)),
                row.getString("number"),
                row.getString("ground"),
                row.getString("reason"),
                new MemberId(row.getObject("recorded_by", UUID.class)),
                at(row, "recorded_at").orElseThrow(),
                decision,
                List.of());
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
