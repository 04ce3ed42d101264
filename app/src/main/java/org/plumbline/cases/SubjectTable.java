package org.plumbline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on subjects. */
@Component
class SubjectTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, name, kind, role, authority, basis,
                   review_due, zone
            from cases.subject
            """;

    private final JdbcClient db;

    SubjectTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Subject subject) {
        StampRow.bind(db.sql("""
                                insert into cases.subject (id, owner, label, case_id, recorded_at, recorded_by, name, kind, role,
                                    authority, basis, review_due, zone)
                                values (:id, :owner, :label, :case, :at, :by, :name, :kind, :role, :authority, :basis,
                                    :reviewDue, :zone)
                                """), subject.stamp())
                .param("id", subject.id())
                .param("name", subject.name())
                .param("kind", subject.kind().code())
                .param("role", subject.role().code())
                .param("authority", subject.authority())
                .param("basis", subject.basis())
                .param("reviewDue", subject.reviewDue())
                .param("zone", subject.zone().getId())
                .update();
    }

    boolean validate(UUID id, int version, Subject.Role role, LocalDate reviewDue) {
        return db.sql("""
                                update cases.subject set role = :role, review_due = :reviewDue, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("role", role.code())
                        .param("reviewDue", reviewDue)
                        .update()
                == 1;
    }

    Optional<Subject> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(SubjectTable::subject)
                .optional();
    }

    List<Subject> list(CaseId caseId, int limit) {
        return db.sql(SELECT + "where case_id = :case order by kind desc, id limit :limit")
                .param("case", caseId.value())
                .param("limit", limit)
                .query(SubjectTable::subject)
                .list();
    }

    private static Subject subject(ResultSet row, int n) throws SQLException {
        return new Subject(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("name"),
                Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Subject.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getObject("authority", UUID.class),
                row.getString("basis"),
                row.getObject("review_due", LocalDate.class),
                ZoneId.of(row.getString("zone")));
    }
}
