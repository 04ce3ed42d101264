package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What the records hold of guarded cases, read past every wall from the running database. */
final class Guarded {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
            where c.relkind = 'r' and n.nspname not in ('audit', 'jobs')
            order by 1
            """;

    private Guarded() {}

    /** Number and digest of the rows of each table that belong to a guarded case. */
    static Map<String, String> digest(Path data, List<Target> targets) {
        List<UUID> cases = targets.stream()
                .filter(Target::guarded)
                .map(t -> UUID.fromString(t.caseId()))
                .distinct()
                .toList();
        var digests = new TreeMap<String, String>();
        try (Connection records = superuser(data)) {
            for (String table : tables(records)) {
                digests.put(table, digest(records, table, cases));
            }
            return digests;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The records can't be read", e);
        }
    }

    /** Rows that a member of one organisation made in another's name; empty as it should be. */
    static List<String> strangers(Path data) {
        try (Connection records = superuser(data)) {
            var found = new ArrayList<String>();
            for (String table : tables(records)) {
                if (has(records, table, "owner") && has(records, table, "recorded_by")) {
                    String sql = "select count(*) from " + table
                            + " t join identity.member m on m.id = t.recorded_by where m.organisation <> t.owner";
                    long count = number(records, sql);
                    if (count > 0) {
                        found.add(table + ": " + count + " rows made by another organisation's member");
                    }
                }
            }
            return found;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The records can't be read", e);
        }
    }

    private static String digest(Connection records, String table, List<UUID> cases) throws SQLException {
        String sql = "select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))"
                + " from " + table + " t where case_id = any (?)";
        try (PreparedStatement query = records.prepareStatement(sql)) {
            query.setArray(1, records.createArrayOf("uuid", cases.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<String> tables(Connection records) throws SQLException {
        var tables = new ArrayList<String>();
        try (PreparedStatement query = records.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean has(Connection records, String table, String column) throws SQLException {
        return number(
                        records,
                        "select count(*) from pg_attribute where attrelid = '" + table + "'::regclass and attname = '"
                                + column + "' and not attisdropped")
                == 1;
    }

    private static long number(Connection records, String sql) throws SQLException {
        try (PreparedStatement query = records.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection superuser(Path data) throws IOException, SQLException {
        Path folder = data.resolve("records");
        try (Stream<Path> files =
                Files.find(folder, 4, (p, is) -> p.getFileName().toString().equals("postmaster.pid"))) {
            Path running = files.findFirst().orElseThrow();
            String port = Files.readAllLines(running).get(3).strip();
            String password =
                    Files.readString(folder.resolve("superuser.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/plumbline", "postgres", password);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
