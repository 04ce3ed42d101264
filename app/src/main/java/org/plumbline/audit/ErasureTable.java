package org.plumbline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the erasure of bodies. Insert only, but for the one function that deletes a body. */
@Component
class ErasureTable {
    private static final String SELECT = """
            select a.id, a.entry, encode(a.commitment, 'hex') as commitment, a.ground, a.reason, a.recorded_at, a.recorded_by,
                   d.confirmed, d.recorded_at as decided_at, d.recorded_by as decided_by
            from audit.erasure_asked a left join audit.erasure_decided d on d.asked = a.id
            """;

    private final JdbcClient db;

    ErasureTable(JdbcClient db) {
        this.db = db;
    }

    void ask(Erasure erasure, Acting acting) {
        db.sql("""
                        insert into audit.erasure_asked (id, owner, entry, commitment, ground, reason, recorded_at, recorded_by)
                        values (:id, :owner, :entry, decode(:commitment, 'hex'), :ground, :reason, :at, :by)
                        """)
                .param("id", erasure.id())
                .param("owner", acting.organisation().value())
                .param("entry", erasure.entry())
                .param("commitment", erasure.commitment())
                .param("ground", erasure.ground())
                .param("reason", erasure.reason())
                .param("at", erasure.at().atOffset(ZoneOffset.UTC))
                .param("by", erasure.by().value())
                .update();
    }

    /** False when somebody else has decided meanwhile. */
    boolean decide(UUID asked, boolean confirmed, Acting acting, Instant at) {
        return db.sql("""
                        insert into audit.erasure_decided (asked, owner, confirmed, recorded_at, recorded_by)
                        values (:asked, :owner, :confirmed, :at, :by) on conflict do nothing
                        """)
                        .param("asked", asked)
                        .param("owner", acting.organisation().value())
                        .param("confirmed", confirmed)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", acting.member().value())
                        .update()
                == 1;
    }

    /** Whether a hold is in force on the case of the entry that is asked to be erased. */
    boolean isHeld(UUID asked) {
        return db.sql("select audit.erasure_is_held(:asked)")
                .param("asked", asked)
                .query(Boolean.class)
                .single();
    }

    /** Deletes the body whose erasure this transaction has confirmed; false when there is none any more. */
    boolean erase(UUID asked) {
        return db.sql("select audit.erase_body(:asked)")
                .param("asked", asked)
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    List<Erasure> list(Optional<UUID> before, int limit) {
        return db.sql(SELECT + "where cast(:before as uuid) is null or a.id < :before order by a.id desc limit :limit")
                .param("before", before.orElse(null), java.sql.Types.OTHER)
                .param("limit", limit)
                .query(ErasureTable::erasure)
                .list();
    }

    Optional<Erasure> find(UUID id) {
        return db.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(ErasureTable::erasure)
                .optional();
    }

    /** Whether the body of this entry is asked to be erased and nobody has decided yet. */
    boolean isOpen(UUID entry) {
        return db.sql(SELECT + "where a.entry = :entry and d.asked is null limit 1")
                .param("entry", entry)
                .query(ErasureTable::erasure)
                .optional()
                .isPresent();
    }

    private static Erasure erasure(ResultSet row, int n) throws SQLException {
        var decidedAt = Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class));
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                row.getString("commitment"),
                row.getString("ground"),
                row.getString("reason"),
                new MemberId(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                decidedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Erasure.Decision(
                                row.getBoolean("confirmed"),
                                new MemberId(row.getObject("decided_by", UUID.class)),
                                decidedAt.get().toInstant())));
    }
}
