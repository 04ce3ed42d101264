package org.plumbline.reports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.reports.render.Grade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on reports. */
@Component
class ReportTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, template, title, language, sections,
                   introduction, conclusion, conclusion_source, conclusion_information, concluded_by, concluded_at,
                   statements, headings, charts, every_exhibit, exhibits, state
            from reports.report
            """;

    private final JdbcClient db;

    ReportTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Report report) {
        bind(StampRow.bind(db.sql("""
                        insert into reports.report (id, owner, label, case_id, recorded_at, recorded_by, template, title, language,
                            sections, introduction, conclusion, conclusion_source, conclusion_information, concluded_by,
                            concluded_at, statements, headings, charts, every_exhibit, exhibits, state)
                        values (:id, :owner, :label, :case, :at, :by, :template, :title, :language, :sections, :introduction,
                            :conclusion, :source, :information, :concludedBy, :concludedAt, :statements, :headings, :charts,
                            :every, :exhibits, :state)
                        """), report.stamp()), report)
                .param("template", report.template().key())
                .param("language", report.language().toLanguageTag())
                .update();
    }

    /** False when somebody changed the report since that version. */
    boolean update(Report report, int version) {
        return bind(db.sql("""
                                update reports.report set title = :title, sections = :sections, introduction = :introduction,
                                    conclusion = :conclusion, conclusion_source = :source, conclusion_information = :information,
                                    concluded_by = :concludedBy, concluded_at = :concludedAt, statements = :statements,
                                    headings = :headings, charts = :charts, every_exhibit = :every, exhibits = :exhibits,
                                    state = :state, version = version + 1
                                where id = :id and version = :version
                                """), report).param("version", version).update() == 1;
    }

    /** Says that files of this version exist; the version stays, since nothing a person wrote changes. */
    boolean issued(UUID id, int version) {
        return db.sql("update reports.report set state = 'issued' where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    Optional<Report> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(ReportTable::report)
                .optional();
    }

    /** What these are called, where the acting person may see them; at most a thousand. */
    List<ReportRefs.Title> titles(Collection<UUID> reports) {
        return db.sql("select id, title, case_id from reports.report where id = any(:ids) order by id limit 1000")
                .param("ids", reports.toArray(UUID[]::new))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new ReportRefs.Title(id, row.getString("title"), row.getObject("case_id", UUID.class), id);
                })
                .list();
    }

    /** Newest first, older than the cursor. */
    List<Report> list(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, SELECT, "report", caseId, before, limit)
                .query(ReportTable::report)
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, Report report) {
        Optional<Conclusion> conclusion = report.conclusion();
        return query.param("id", report.id())
                .param("title", report.title())
                .param(
                        "sections",
                        report.sections().stream().sorted().map(Section::code).toArray(String[]::new))
                .param("introduction", report.introduction())
                .param("conclusion", conclusion.map(Conclusion::text).orElse(""))
                .param("source", conclusion.map(c -> "" + c.grade().source()).orElse(null), Types.VARCHAR)
                .param(
                        "information",
                        conclusion.map(c -> c.grade().information()).orElse(null),
                        Types.INTEGER)
                .param("concludedBy", conclusion.map(c -> c.by().value()).orElse(null), Types.OTHER)
                .param(
                        "concludedAt",
                        conclusion.map(c -> c.at().atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "statements",
                        report.picks().stream().map(Pick::statement).toArray(UUID[]::new))
                .param("headings", report.picks().stream().map(Pick::heading).toArray(String[]::new))
                .param("charts", report.charts().toArray(UUID[]::new))
                .param("every", report.everyExhibit())
                .param("exhibits", report.exhibits().toArray(UUID[]::new))
                .param("state", report.state().code());
    }

    private static Report report(ResultSet row, int n) throws SQLException {
        String template = row.getString("template");
        return new Report(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                ReportTemplate.ofKey(template)
                        .orElseThrow(() -> new IllegalStateException("No report template " + template)),
                row.getString("title"),
                Locale.forLanguageTag(row.getString("language")),
                texts(row.getArray("sections")).stream()
                        .flatMap(code -> Section.ofCode(code).stream())
                        .collect(Collectors.toSet()),
                row.getString("introduction"),
                conclusion(row),
                picks(ids(row.getArray("statements")), texts(row.getArray("headings"))),
                ids(row.getArray("charts")),
                row.getBoolean("every_exhibit"),
                ids(row.getArray("exhibits")),
                Report.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static Optional<Conclusion> conclusion(ResultSet row) throws SQLException {
        String text = row.getString("conclusion");
        @Nullable OffsetDateTime at = row.getObject("concluded_at", OffsetDateTime.class);
        if (text.isEmpty() || at == null) {
            return Optional.empty();
        }
        return Optional.of(new Conclusion(
                text,
                new Grade(row.getString("conclusion_source").charAt(0), row.getInt("conclusion_information")),
                new MemberId(row.getObject("concluded_by", UUID.class)),
                at.toInstant()));
    }

    private static List<Pick> picks(List<UUID> statements, List<String> headings) {
        var picks = new ArrayList<Pick>();
        for (int i = 0; i < statements.size(); i++) {
            picks.add(new Pick(statements.get(i), headings.get(i)));
        }
        return picks;
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
