package org.plumbline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on journal entries. */
@Component
class JournalTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, heading, body, happened,
                   happened_clock, corrects, signed_off_at
            from cases.journal_entry
            """;

    private final JdbcClient db;

    JournalTable(JdbcClient db) {
        this.db = db;
    }

    void insert(JournalEntry entry) {
        StampRow.bind(db.sql("""
                                insert into cases.journal_entry (id, owner, label, case_id, recorded_at, recorded_by, heading,
                                    body, happened, happened_clock, corrects)
                                values (:id, :owner, :label, :case, :at, :by, :heading, :body, :happened, :clock, :corrects)
                                """), entry.stamp())
                .param("id", entry.id())
                .param("heading", entry.heading())
                .param("body", entry.body())
                .param("happened", entry.happened().text())
                .param("clock", entry.happened().clockSource())
                .param("corrects", entry.corrects().orElse(null), Types.OTHER)
                .update();
    }

    boolean update(JournalEntry entry, int version) {
        return db.sql("""
                                update cases.journal_entry set heading = :heading, body = :body, happened = :happened,
                                    version = version + 1
                                where id = :id and version = :version and signed_off_at is null
                                """)
                        .param("id", entry.id())
                        .param("version", version)
                        .param("heading", entry.heading())
                        .param("body", entry.body())
                        .param("happened", entry.happened().text())
                        .update()
                == 1;
    }

    boolean signOff(UUID id, int version, Instant at) {
        return db.sql("""
                                update cases.journal_entry set signed_off_at = :at, version = version + 1
                                where id = :id and version = :version and signed_off_at is null
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<JournalEntry> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(JournalTable::entry)
                .optional();
    }

    List<JournalEntry> list(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, SELECT, "journal_entry", caseId, before, limit)
                .query(JournalTable::entry)
                .list();
    }

    long count(CaseId caseId) {
        return db.sql("select count(*) from cases.journal_entry where case_id = :case")
                .param("case", caseId.value())
                .query(Long.class)
                .single();
    }

    private static JournalEntry entry(ResultSet row, int n) throws SQLException {
        return new JournalEntry(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("heading"),
                row.getString("body"),
                Moment.parse(row.getString("happened"), row.getString("happened_clock")),
                Optional.ofNullable(row.getObject("corrects", UUID.class)),
                Optional.ofNullable(row.getObject("signed_off_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
