package org.plumbline.acceptance.restore;

import java.io.IOException;
import java.nio.file.Files;
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
import java.util.stream.Stream;
import org.plumbline.postgres.EmbeddedPostgres;

/** Two data folders that nothing runs over, table by table and file by file. */
final class Compared {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            order by 1
            """;

    private final List<String> wrong = new ArrayList<>();
    private int tables;
    private long rows;
    private long files;

    int tables() {
        return tables;
    }

    long rows() {
        return rows;
    }

    long files() {
        return files;
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Every table holds the same rows. */
    void equalRecords(Path one, Path other) throws SQLException {
        Map<String, Set<String>> left = digests(one);
        Map<String, Set<String>> right = digests(other);
        if (!left.keySet().equals(right.keySet())) {
            wrong.add("tables differ: " + left.keySet() + " and " + right.keySet());
        }
        left.forEach((table, expected) -> {
            tables++;
            rows += expected.size();
            if (!expected.equals(right.get(table))) {
                wrong.add(table + " holds other rows in the restored folder");
            }
        });
    }

    /** What was restored of tables that are only added to is what is there still. */
    void restoredIsPastOf(Path restored, Path now, Set<String> changing) throws SQLException {
        Map<String, Set<String>> then = digests(restored);
        Map<String, Set<String>> since = digests(now);
        then.forEach((table, expected) -> {
            if (!changing.contains(table)) {
                var more = new HashSet<>(expected);
                more.removeAll(since.getOrDefault(table, Set.of()));
                if (!more.isEmpty()) {
                    wrong.add(table + " holds " + more.size() + " rows in the restored folder that were never there");
                }
            }
        });
    }

    /** Every file below this folder in the restored one is there with the same bytes in the other. */
    void sameFiles(Path restored, Path other, String folder, boolean all) throws IOException {
        Set<String> left = names(restored.resolve(folder));
        Set<String> right = names(other.resolve(folder));
        if (all && !left.equals(right)) {
            wrong.add(folder + " holds " + left.size() + " files instead of " + right.size());
        }
        for (String name : left) {
            files++;
            Path there = other.resolve(folder).resolve(name);
            if (!Files.exists(there) || Files.mismatch(restored.resolve(folder).resolve(name), there) >= 0) {
                wrong.add(folder + "/" + name + " has other bytes in the restored folder");
            }
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        var names = new HashSet<String>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString())
                        .filter(name -> !name.startsWith("entrance"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Rows of each table, each as the digest of its text. */
    private static Map<String, Set<String>> digests(Path data) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
                Connection records = postgres.readingAll();
                Statement statement = records.createStatement()) {
            var tables = new ArrayList<String>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            var digests = new TreeMap<String, Set<String>>();
            for (String table : tables) {
                var rows = new HashSet<String>();
                try (ResultSet row = statement.executeQuery("select md5(t::text) from " + table + " t")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                digests.put(table, rows);
            }
            return digests;
        }
    }
}
