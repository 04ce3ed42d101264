package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/**
 * Every row of every table from one database to another whose migrations are the same, by COPY. What arrives is read
 * again and compared.
 */
final class TableCopies {
    /**
     * Tables with their columns by name: two histories of migrations may have added these in another order. The number
     * of a transaction means nothing to another server, where it would be one of the future: all are of the past there.
     */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   string_agg(quote_ident(a.attname), ', ' order by a.attname) as columns,
                   string_agg(case a.atttypid when 'xid8'::regtype then $$'0'::xid8$$ else quote_ident(a.attname) end,
                              ', ' order by a.attname) as read
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            group by 1
            """;

    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename) as name, last_value from pg_sequences
            where last_value is not null
            """;

    /**
     * A table as it is copied.
     *
     * @param read what is selected for each column
     */
    private record Known(String name, String columns, String read) {
        String out() {
            return "COPY (SELECT " + read + " FROM " + name + ") TO STDOUT";
        }

        String in() {
            return "COPY " + name + " (" + columns + ") FROM STDIN";
        }
    }

    private final Connection from;
    private final Connection to;
    private final Consumer<String> progress;

    /** Both connections are of the superuser; {@code to} is used for nothing else afterwards. */
    TableCopies(Connection from, Connection to, Consumer<String> progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * Copies and compares all.
     *
     * @throws PostgresFailure when the tables are not the same, or rows did not arrive as they were
     */
    List<MajorMove.Table> run() throws SQLException {
        Set<Known> tables = tables(from);
        Set<Known> there = tables(to);
        if (!tables.equals(there)) {
            throw new PostgresFailure(
                    "The tables to move are not those that this version makes: " + unlike(tables, there));
        }
        from.setReadOnly(true);
        from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        from.setAutoCommit(false);
        try (Statement statement = to.createStatement()) {
            // Neither triggers nor foreign keys look at rows that passed them once.
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    "TRUNCATE " + tables.stream().map(Known::name).collect(Collectors.joining(", ")) + " CASCADE");
        }
        var copied = new ArrayList<MajorMove.Table>();
        for (Known table : tables) {
            copied.add(copy(table));
        }
        sequences();
        try (Statement statement = to.createStatement()) {
            statement.execute("ANALYZE");
        }
        return List.copyOf(copied);
    }

    private MajorMove.Table copy(Known table) throws SQLException {
        var sent = new RowsDigest();
        CopyOut out = manager(from).copyOut(table.out());
        CopyIn in = manager(to).copyIn(table.in());
        // The server sends a message for each row ("Frontend/Backend Protocol", COPY Operations).
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            sent.add(row);
            in.writeToCopy(row, 0, row.length);
        }
        in.endCopy();
        RowsDigest arrived = digest(to, table);
        if (arrived.rows() != sent.rows() || !arrived.hex().equals(sent.hex())) {
            throw new PostgresFailure("Table " + table.name() + " did not arrive as it was: " + sent.rows()
                    + " rows, digest " + sent.hex() + ", became " + arrived.rows() + " rows, digest " + arrived.hex());
        }
        if (sent.rows() > 0) {
            progress.accept(table.name() + "  " + sent.rows() + " rows");
        }
        return new MajorMove.Table(table.name(), sent.rows(), sent.hex());
    }

    private static RowsDigest digest(Connection connection, Known table) throws SQLException {
        var digest = new RowsDigest();
        CopyOut out = manager(connection).copyOut(table.out());
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            digest.add(row);
        }
        return digest;
    }

    private void sequences() throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery(SEQUENCES);
                PreparedStatement set = to.prepareStatement("SELECT setval(?::regclass, ?)")) {
            while (row.next()) {
                set.setString(1, row.getString("name"));
                set.setLong(2, row.getLong("last_value"));
                set.execute();
            }
        }
    }

    private static Set<Known> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<Known>(Comparator.comparing(Known::toString));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Known(row.getString("name"), row.getString("columns"), row.getString("read")));
            }
        }
        return tables;
    }

    private static String unlike(Set<Known> one, Set<Known> other) {
        return Stream.concat(one.stream(), other.stream())
                .filter(table -> !one.contains(table) || !other.contains(table))
                .map(Known::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }
}
