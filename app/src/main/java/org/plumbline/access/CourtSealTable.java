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

/** Every query on seals of courts. */
@Component
final class CourtSealTable {
    private final JdbcClient db;

    CourtSealTable(JdbcClient db) {
        this.db = db;
    }

    void place(CourtSeal seal) {
        db.sql("""
                        insert into access.seal_placed (id, case_id, court_order, recorded_at, recorded_by)
                        values (:id, :case, :order, :at, :by)
                        """)
                .param("id", seal.id())
                .param("case", seal.caseId().value())
                .param("order", seal.order())
                .param("at", seal.placedAt().atOffset(ZoneOffset.UTC))
                .param("by", seal.placedBy().value())
                .update();
    }

    /** False when it was lifted in the meantime. */
    boolean lift(UUID id, MemberId by, String order, Instant now) {
        return db.sql("""
                                insert into access.seal_lifted (seal, court_order, recorded_at, recorded_by)
                                values (:id, :order, :now, :by) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("order", order)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** The seals in force in an organisation, newest first. */
    List<CourtSeal> live(OrganisationId owner) {
        return db.sql("""
                        select s.id, s.case_id, s.court_order, s.recorded_at, s.recorded_by
                        from access.seal_live s
                        where exists (select 1 from access.case_terms t where t.case_id = s.case_id and t.owner = :owner)
                        order by s.recorded_at desc, s.id desc limit 500
                        """)
                .param("owner", owner.value())
                .query(CourtSealTable::seal)
                .list();
    }

    Optional<CourtSeal> live(UUID id, OrganisationId owner) {
        return live(owner).stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static CourtSeal seal(ResultSet row, int n) throws SQLException {
        return new CourtSeal(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("court_order"),
                CompartmentTable.at(row),
                new MemberId(row.getObject("recorded_by", UUID.class)));
    }
}
