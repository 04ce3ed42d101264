package org.plumbline.acceptance.upgrade;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.postgres.EmbeddedPostgres;

/**
 * Every row of a folder as it was before an upgrade, each as a digest that PostgreSQL makes of the columns there were:
 * another way than the upgrade's own comparison goes. Numbers of transactions are left out: each server has its own.
 */
final class OldRows {
    /** The upgrade writes its own steps into it. */
    private static final String STEPS = "public.flyway_schema_history";

    /** To which an upgrade may add: what it did, and what its own changes of form bring. */
    private static final Set<String> FILLED_BY_MIGRATIONS =
            Set.of(STEPS, "access.service_actor", "access.labelled_kind");

    private static final String TABLES = """
            select n.nspname || '.' || quote_ident(c.relname) as name,
                   string_agg(quote_ident(a.attname), ', ' order by a.attname) as columns
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid <> 'xid8'::regtype
              and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            group by 1
            """;

    private final Map<String, String> columns;
    private final Map<String, Set<String>> rows;

    private OldRows(Map<String, String> columns, Map<String, Set<String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads them with the server of then. */
    static OldRows of(Path data) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.startAsWritten(data.resolve("records"), new SecureRandom());
                Connection records = server.readingAll();
                Statement statement = records.createStatement()) {
            var columns = new TreeMap<String, String>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    columns.put(row.getString("name"), row.getString("columns"));
                }
            }
            return new OldRows(columns, read(statement, columns));
        }
    }

    int tables() {
        return rows.size();
    }

    long count() {
        return rows.values().stream().mapToLong(Set::size).sum();
    }

    /** What is not there any more, or is more, in a folder that was upgraded. */
    List<String> differencesIn(Path data) throws SQLException {
        var wrong = new ArrayList<String>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
                Connection records = server.readingAll();
                Statement statement = records.createStatement()) {
            Map<String, Set<String>> now = read(statement, columns);
            rows.forEach((table, before) -> {
                Set<String> after = now.getOrDefault(table, Set.of());
                boolean same = FILLED_BY_MIGRATIONS.contains(table) ? after.containsAll(before) : after.equals(before);
                if (!same) {
                    wrong.add(table + " held " + before.size() + " rows and holds " + after.size()
                            + ", not all of them the same");
                }
            });
        }
        return wrong;
    }

    private static Map<String, Set<String>> read(Statement statement, Map<String, String> columns) throws SQLException {
        var rows = new TreeMap<String, Set<String>>();
        for (Map.Entry<String, String> table : columns.entrySet()) {
            var digests = new HashSet<String>();
            try (ResultSet row = statement.executeQuery("select md5(to_jsonb(x)::text) from (select " + table.getValue()
                    + " from " + table.getKey() + ") x")) {
                while (row.next()) {
                    digests.add(row.getString(1));
                }
            }
            rows.put(table.getKey(), digests);
        }
        return rows;
    }
}
