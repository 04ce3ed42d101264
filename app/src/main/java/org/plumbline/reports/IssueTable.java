package org.plumbline.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on issued files. */
@Component
class IssueTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, report, report_version, job, format,
                   name, content, digest, bytes, warnings
            from reports.report_issue
            """;

    private final JdbcClient db;

    IssueTable(JdbcClient db) {
        this.db = db;
    }

    void insert(IssuedFile file) {
        StampRow.bind(db.sql("""
                        insert into reports.report_issue (id, owner, label, case_id, recorded_at, recorded_by, report,
                            report_version, job, format, name, content, digest, bytes, warnings)
                        values (:id, :owner, :label, :case, :at, :by, :report, :reportVersion, :job, :format, :name, :content,
                            :digest, :bytes, :warnings)
                        """), file.stamp())
                .param("id", file.id())
                .param("report", file.report())
                .param("reportVersion", file.reportVersion())
                .param("job", file.job())
                .param("format", file.format().code())
                .param("name", file.name())
                .param("content", file.content())
                .param("digest", file.digest().hex())
                .param("bytes", file.bytes())
                .param("warnings", file.warnings().toArray(String[]::new))
                .update();
    }

    Optional<IssuedFile> find(CaseId caseId, UUID report, UUID id) {
        return db.sql(SELECT + "where case_id = :case and report = :report and id = :id")
                .param("case", caseId.value())
                .param("report", report)
                .param("id", id)
                .query(IssueTable::file)
                .optional();
    }

    /** Newest first, at most two hundred. */
    List<IssuedFile> ofReport(CaseId caseId, UUID report) {
        return db.sql(SELECT + "where case_id = :case and report = :report order by id desc limit 200")
                .param("case", caseId.value())
                .param("report", report)
                .query(IssueTable::file)
                .list();
    }

    /** What these are called, where the acting person may see them; at most a thousand. */
    List<ReportRefs.Title> names(Collection<UUID> files) {
        return db.sql("""
                        select id, name, case_id, report from reports.report_issue
                        where id = any(:ids) order by id limit 1000
                        """)
                .param("ids", files.toArray(UUID[]::new))
                .query((row, n) -> new ReportRefs.Title(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("case_id", UUID.class),
                        row.getObject("report", UUID.class)))
                .list();
    }

    boolean hasRun(UUID job) {
        return db.sql("select count(*) from reports.report_issue where job = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static IssuedFile file(ResultSet row, int n) throws SQLException {
        return new IssuedFile(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("report", UUID.class),
                row.getInt("report_version"),
                row.getObject("job", UUID.class),
                IssuedFile.Format.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getObject("content", UUID.class),
                new Digest(row.getString("digest")),
                row.getLong("bytes"),
                Arrays.asList((String[]) row.getArray("warnings").getArray()));
    }
}
