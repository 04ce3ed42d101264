package org.plumbline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Ref;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries that read cases, journal entries and tasks alike, as texts. */
@Component
class CaseTextTable {
    private static final String CASE = """
            select 'case' as kind, id, owner, label, case_id, recorded_at, recorded_by, version,
                   number || ' ' || title as title, question as body,
                   to_char(recorded_at at time zone zone, 'YYYY-MM-DD') as day, lead as author
            from cases.case_file
            """;
    private static final String JOURNAL = """
            select 'journal-entry' as kind, id, owner, label, case_id, recorded_at, recorded_by, version,
                   heading as title, body, happened as day, recorded_by as author
            from cases.journal_entry
            """;
    private static final String TASK = """
            select 'task' as kind, id, owner, label, case_id, recorded_at, recorded_by, version,
                   title, result as body, to_char(due, 'YYYY-MM-DD') as day, assignee as author
            from cases.task
            """;

    private final JdbcClient db;

    CaseTextTable(JdbcClient db) {
        this.db = db;
    }

    Optional<CaseText> find(String kind, UUID id) {
        return db.sql(select(kind) + "where id = :id")
                .param("id", id)
                .query(CaseTextTable::text)
                .optional();
    }

    List<UUID> ids(String kind, Optional<UUID> after, int limit) {
        return db.sql("select t.id from (" + select(kind)
                        + ") t where cast(:after as uuid) is null or t.id > :after order by t.id limit :limit")
                .param("after", after.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private static String select(String kind) {
        return switch (kind) {
            case "case" -> CASE;
            case "journal-entry" -> JOURNAL;
            case "task" -> TASK;
            default -> throw new IllegalArgumentException("Cases have no texts of the kind \"" + kind + "\"");
        };
    }

    private static CaseText text(ResultSet row, int n) throws SQLException {
        var stamp = StampRow.read(row);
        LocalDate day = Moment.parse(row.getString("day"), "").earliest();
        return new CaseText(
                new Ref(row.getString("kind"), row.getObject("id", UUID.class), stamp.owner()),
                stamp,
                row.getString("title"),
                row.getString("body"),
                day,
                new MemberId(row.getObject("author", UUID.class)));
    }
}
