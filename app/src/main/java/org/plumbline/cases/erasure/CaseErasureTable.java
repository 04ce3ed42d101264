package org.plumbline.cases.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
        return db
                .sql(SELECT + "where a.id = :id and a.of_case = :case")
                .param("id", id)
                .param("case", caseId.value())
                .query(this::erasure)
                .list()
                .stream()
                .findFirst();
    }

    /** Of a case, newest first. */
    List<CaseErasure> ofCase(CaseId caseId) {
        return db.sql(SELECT + "where a.of_case = :case order by a.id desc limit 50")
                .param("case", caseId.value())
                .query(this::erasure)
                .list();
    }

    /** Those carried out in the organisation, newest first, before the cursor. */
    List<CaseErasure> done(Optional<UUID> before, int limit) {
        return db.sql(SELECT + """
                        where d.confirmed and (cast(:before as uuid) is null or a.id < :before)
                        order by a.id desc limit :limit
                        """)
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query(this::erasure)
                .list();
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
        return db.sql("""
                        select place, items, remains, cleared_at from cases.erasure_cleared
                        where asked = :asked order by cleared_at, place limit 50
                        """)
                .param("asked", asked)
                .query((row, n) -> new CaseErasure.Cleared(
                        row.getString("place"),
                        Optional.ofNullable(row.getObject("items", Long.class)),
                        Left.valueOf(row.getString("remains")),
                        at(row, "cleared_at").orElseThrow()))
                .list();
    }

    private CaseErasure erasure(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<Instant> decided = at(row, "decided_at");
        Optional<CaseErasure.Decision> decision = decided.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseErasure.Decision(
                        row.getBoolean("confirmed"),
                        row.getString("decided_why"),
                        new MemberId(row.getObject("decided_by", UUID.class)),
                        decided.get()));
        return new CaseErasure(
                id,
                new CaseId(row.getObject("of_case", UUID.class)),
                row.getString("number"),
                row.getString("ground"),
                row.getString("reason"),
                new MemberId(row.getObject("recorded_by", UUID.class)),
                at(row, "recorded_at").orElseThrow(),
                decision,
                cleared(id));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
