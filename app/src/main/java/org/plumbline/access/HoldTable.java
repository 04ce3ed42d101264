package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on holds. */
@Component
final class HoldTable {
    private final JdbcClient db;

    HoldTable(JdbcClient db) {
        this.db = db;
    }

    void place(Hold hold) {
        db.sql("""
                        insert into access.hold_placed (id, case_id, scope, scope_id, authority, reason, until, recorded_at,
                            recorded_by)
                        values (:id, :case, :scope, :of, :authority, :reason, :until, :at, :by)
                        """)
                .param("id", hold.id())
                .param("case", hold.caseId().value())
                .param("scope", hold.scope().code())
                .param("of", hold.of().orElse(null), Types.OTHER)
                .param("authority", hold.authority())
                .param("reason", hold.reason())
                .param("until", hold.until().orElse(null), Types.DATE)
                .param("at", hold.placedAt().atOffset(ZoneOffset.UTC))
                .param("by", hold.placedBy().value())
                .update();
    }

    /** False when it was lifted in the meantime. */
    boolean lift(UUID id, MemberId by, String reason, Instant now) {
        return db.sql("""
                                insert into access.hold_lifted (hold, reason, recorded_at, recorded_by)
                                values (:id, :reason, :now, :by) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Not lifted, those whose last day has passed too, oldest first. */
    List<Hold> live(CaseId caseId) {
        return db.sql("""
                        select id, case_id, scope, scope_id, authority, reason, until, recorded_at, recorded_by
                        from access.hold_live where case_id = :case order by recorded_at, id limit 1000
                        """).param("case", caseId.value()).query(HoldTable::hold).list();
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                Hold.Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("scope_id", UUID.class)),
                row.getString("authority"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                CompartmentTable.at(row),
                new MemberId(row.getObject("recorded_by", UUID.class)));
    }
}
