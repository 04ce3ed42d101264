package org.plumbline.charts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.NewestFirst;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on charts and their versions. */
@Component
class ChartTable {
    private static final String LINE = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, title, entities, saved_at, saved_by
            from charts.chart
            """;

    private final JdbcClient db;

    ChartTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Chart chart) {
        StampRow.bind(db.sql("""
                                insert into charts.chart (id, owner, label, case_id, recorded_at, recorded_by, title, layout,
                                    entities, saved_at, saved_by)
                                values (:id, :owner, :label, :case, :at, :by, :title, :layout, :entities, :at, :by)
                                """), chart.stamp())
                .param("id", chart.id())
                .param("title", chart.title())
                .param("layout", LayoutText.write(chart.layout()))
                .param("entities", chart.layout().places().size())
                .update();
    }

    /** Puts the next version in place of this one; false when somebody else did so before. */
    boolean update(UUID id, int version, String title, Layout layout, Stamp save) {
        return db.sql("""
                                update charts.chart
                                set title = :title, layout = :layout, entities = :entities, saved_at = :at, saved_by = :by,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("title", title)
                        .param("layout", LayoutText.write(layout))
                        .param("entities", layout.places().size())
                        .param("at", save.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("by", save.recordedBy().value())
                        .update()
                == 1;
    }

    /** Keeps one save for good. */
    void keep(UUID id, UUID chart, int number, String title, Layout layout, Stamp save) {
        StampRow.bind(db.sql("""
                                insert into charts.chart_version (id, owner, label, case_id, recorded_at, recorded_by, chart,
                                    number, title, layout, entities)
                                values (:id, :owner, :label, :case, :at, :by, :chart, :number, :title, :layout, :entities)
                                """), save)
                .param("id", id)
                .param("chart", chart)
                .param("number", number)
                .param("title", title)
                .param("layout", LayoutText.write(layout))
                .param("entities", layout.places().size())
                .update();
    }

    Optional<Chart> find(CaseId caseId, UUID id) {
        return db.sql("""
                        select id, owner, label, case_id, recorded_at, recorded_by, version, title, layout, saved_at,
                               saved_by
                        from charts.chart where case_id = :case and id = :id
                        """)
                .param("case", caseId.value())
                .param("id", id)
                .query((row, n) -> new Chart(
                        row.getObject("id", UUID.class),
                        StampRow.read(row),
                        row.getString("title"),
                        LayoutText.read(row.getString("layout")),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject("saved_by", UUID.class))))
                .optional();
    }

    /** Charts of a case, newest first, older than the cursor. */
    List<ChartLine> list(CaseId caseId, Optional<UUID> before, int limit) {
        return NewestFirst.ofCase(db, LINE, "chart", caseId, before, limit)
                .query(ChartTable::line)
                .list();
    }

    /** Those of these charts that the acting person of this transaction may see. */
    List<ChartLine> named(Collection<UUID> ids) {
        return db.sql(LINE + "where id in (:ids) order by id limit 10000")
                .param("ids", ids)
                .query(ChartTable::line)
                .list();
    }

    /** The saves of a chart, newest first. */
    List<ChartVersion> versions(CaseId caseId, UUID chart, int limit) {
        return db.sql("""
                        select number, title, entities, recorded_at, recorded_by from charts.chart_version
                        where case_id = :case and chart = :chart order by number desc limit :limit
                        """)
                .param("case", caseId.value())
                .param("chart", chart)
                .param("limit", limit)
                .query((row, n) -> new ChartVersion(
                        row.getInt("number"),
                        row.getString("title"),
                        row.getInt("entities"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject("recorded_by", UUID.class))))
                .list();
    }

    /** The layout of one save. */
    Optional<Layout> layout(CaseId caseId, UUID chart, int number) {
        return db.sql("""
                        select layout from charts.chart_version
                        where case_id = :case and chart = :chart and number = :number
                        """)
                .param("case", caseId.value())
                .param("chart", chart)
                .param("number", number)
                .query((row, n) -> LayoutText.read(row.getString("layout")))
                .optional();
    }

    private static ChartLine line(ResultSet row, int n) throws SQLException {
        return new ChartLine(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("title"),
                row.getInt("entities"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("saved_by", UUID.class)));
    }
}
