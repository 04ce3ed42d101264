package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on compartments and who is admitted to them. */
@Component
final class CompartmentTable {
    private static final String COMPARTMENT =
            "select c.id, c.case_id, c.series, c.name, c.reason, c.recorded_at, c.recorded_by from access.compartment c ";

    private final JdbcClient db;

    CompartmentTable(JdbcClient db) {
        this.db = db;
    }

    /** The next series of a case; a second one made at once waits for the first. */
    int nextSeries(CaseId caseId) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('access.compartment ' || :case, 0))")
                .param("case", caseId.toString())
                .query((row, n) -> n)
                .list();
        return db.sql("select 1 + coalesce(max(series), 0) from access.compartment where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    void insert(Compartment made) {
        db.sql("""
                        insert into access.compartment (id, case_id, series, name, reason, recorded_at, recorded_by)
                        values (:id, :case, :series, :name, :reason, :at, :by)
                        """)
                .param("id", made.id())
                .param("case", made.caseId().value())
                .param("series", made.series())
                .param("name", made.name())
                .param("reason", made.reason())
                .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
                .param("by", made.madeBy().value())
                .update();
    }

    Optional<Compartment> find(UUID id) {
        return db.sql(COMPARTMENT + "where c.id = :id")
                .param("id", id)
                .query(CompartmentTable::compartment)
                .optional();
    }

    List<Compartment> ofCase(CaseId caseId) {
        return db.sql(COMPARTMENT + "where c.case_id = :case order by c.series limit 999")
                .param("case", caseId.value())
                .query(CompartmentTable::compartment)
                .list();
    }

    void insert(Compartment.Admission given) {
        db.sql("""
                        insert into access.compartment_entry_given (id, compartment, member, reason, recorded_at, recorded_by)
                        values (:id, :compartment, :member, :reason, :at, :by)
                        """)
                .param("id", given.id())
                .param("compartment", given.compartment())
                .param("member", given.member().value())
                .param("reason", given.reason())
                .param("at", given.admittedAt().atOffset(ZoneOffset.UTC))
                .param("by", given.admittedBy().value())
                .update();
    }

    void end(UUID given, MemberId by, String reason, Instant now) {
        db.sql("""
                        insert into access.compartment_entry_ended (given, reason, recorded_at, recorded_by)
                        values (:given, :reason, :now, :by)
                        on conflict do nothing
                        """)
                .param("given", given)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** Who is admitted now, in the order of admission. */
    List<Compartment.Admission> admitted(UUID compartment) {
        return db.sql("""
                        select e.id, e.compartment, e.member, e.reason, e.recorded_at, e.recorded_by
                        from access.compartment_entry_live e where e.compartment = :compartment
                        order by e.recorded_at, e.id limit 500
                        """)
                .param("compartment", compartment)
                .query((row, n) -> new Compartment.Admission(
                        row.getObject("id", UUID.class),
                        row.getObject("compartment", UUID.class),
                        new MemberId(row.getObject("member", UUID.class)),
                        row.getString("reason"),
                        at(row),
                        new MemberId(row.getObject("recorded_by", UUID.class))))
                .list();
    }

    private static Compartment compartment(ResultSet row, int n) throws SQLException {
        return new Compartment(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("series"),
                row.getString("name"),
                row.getString("reason"),
                at(row),
                new MemberId(row.getObject("recorded_by", UUID.class)));
    }

    static Instant at(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
