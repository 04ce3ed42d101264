package org.plumbline.watching;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a support bundle says of the records: tables with about how many rows, and the migrations. */
public final class RecordFigures {
    private static final int TEN = 10;

    private RecordFigures() {}

    /** Adds both; the figures are the database's own estimates, of which only the size is told. */
    public static SupportBundle addTo(SupportBundle bundle, Connection records) {
        try {
            return bundle.with("tables.txt", tables(records)).with("migrations.txt", migrations(records));
        } catch (SQLException e) {
            return bundle.with("tables.txt", "can't be read: " + Failure.kinds(e));
        }
    }

    static String tables(Connection records) throws SQLException {
        return lines(
                records,
                "select schemaname, relname, n_live_tup, pg_total_relation_size(relid) / 1000000 from pg_stat_user_tables"
                        + " order by schemaname, relname limit 1000",
                row -> row.getString(1) + "." + row.getString(2) + "  rows " + about(row.getLong(3)) + "  MB "
                        + row.getLong(4));
    }

    private static String migrations(Connection records) throws SQLException {
        return lines(
                records,
                "select version, script, installed_on, success from public.flyway_schema_history order by installed_rank"
                        + " limit 10000",
                row -> row.getString(1) + "  " + row.getString(2) + "  " + row.getString(3)
                        + (row.getBoolean(4) ? "" : "  FAILED"));
    }

    /** One figure and noughts. */
    static String about(long rows) {
        if (rows < TEN) {
            return rows == 0 ? "0" : "below 10";
        }
        long scale = 1;
        while (rows / scale >= TEN) {
            scale *= TEN;
        }
        return "about " + rows / scale * scale;
    }

    @FunctionalInterface
    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    private static String lines(Connection records, String query, Line line) throws SQLException {
        var text = new StringBuilder();
        try (Statement statement = records.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                text.append(line.of(rows)).append('\n');
            }
        }
        return text.toString();
    }
}
