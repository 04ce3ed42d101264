package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on legal holds and court seals. */
@Component
final class ClosureTable {
    /** Which of the two a query is about. */
    enum Kind {
        HOLD("hold", "reason"),
        SEAL("seal", "court_order");

        private final String table;
        private final String ground;

        Kind(String table, String ground) {
            this.table = table;
            this.ground = ground;
        }

        /** A statement whose {@code #} is the kind and {@code ~} its ground. */
        private String in(String statement) {
            return statement.replace("#", table).replace("~", ground);
        }
    }

    private final JdbcClient db;

    ClosureTable(JdbcClient db) {
        this.db = db;
    }

    void place(Kind kind, Closure placed) {
        db.sql(kind.in("""
                        insert into access.#_placed (id, case_id, ~, recorded_at, recorded_by)
                        values (:id, :case, :ground, :at, :by)
                        """))
                .param("id", placed.id())
                .param("case", placed.caseId().value())
                .param("ground", placed.ground())
                .param("at", placed.placedAt().atOffset(ZoneOffset.UTC))
                .param("by", placed.placedBy().value())
                .update();
    }

    /** False when it was lifted in the meantime. */
    boolean lift(Kind kind, UUID id, MemberId by, String ground, Instant now) {
        return db.sql(kind.in("""
                                insert into access.#_lifted (#, ~, recorded_at, recorded_by)
                                values (:id, :ground, :now, :by) on conflict do nothing
                                """))
                        .param("id", id)
                        .param("ground", ground)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    List<Closure> live(Kind kind, CaseId caseId) {
        return db.sql(kind.in("""
                        select id, case_id, ~ as ground, recorded_at, recorded_by from access.#_live
                        where case_id = :case order by recorded_at, id limit 100
                        """))
                .param("case", caseId.value())
                .query(ClosureTable::closure)
                .list();
    }

    /** The seals in force in an organisation, newest first. */
    List<Closure> seals(OrganisationId owner) {
        return db.sql("""
                        select s.id, s.case_id, s.court_order as ground, s.recorded_at, s.recorded_by
                        from access.seal_live s
                        where exists (select 1 from access.case_terms t where t.case_id = s.case_id and t.owner = :owner)
                        order by s.recorded_at desc, s.id desc limit 500
                        """)
                .param("owner", owner.value())
                .query(ClosureTable::closure)
                .list();
    }

    Optional<Closure> seal(UUID id, OrganisationId owner) {
        return seals(owner).stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static Closure closure(ResultSet row, int n) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("ground"),
                CompartmentTable.at(row),
                new MemberId(row.getObject("recorded_by", UUID.class)));
    }
}
