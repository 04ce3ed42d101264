package org.plumbline.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the database's files while they are used, by PostgreSQL's low-level interface (Continuous Archiving,
 * "Making a Non-Exclusive Low-Level Backup"): what is copied between {@link #begin} and {@link #end} is torn, and the
 * write-ahead log of that time makes it whole. Beside the process that runs over the folder, or alone where none does.
 */
public final class BaseBackup implements AutoCloseable {
    /** Their content is of one run of the server only (the same documentation). */
    private static final Set<String> WITHOUT_CONTENT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    private static final String TEMPORARY = "pgsql_tmp";
    private static final Pattern WAL_BEGIN = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private final Path records;
    private final @Nullable EmbeddedPostgres own;
    private final Connection connection;

    private BaseBackup(Path records, @Nullable EmbeddedPostgres own, Connection connection) {
        this.records = records;
        this.own = own;
        this.connection = connection;
    }

    /**
     * What makes the copy whole.
     *
     * @param label the file {@code backup_label} that goes into the copied data folder
     * @param wal files of the write-ahead log, relative to the folder of the records
     * @param position up to where in the log, as PostgreSQL writes it
     */
    public record Ended(String label, List<Path> wal, String position) {}

    /**
     * Begins one.
     *
     * @param folder of the records, as for {@link EmbeddedPostgres#start}
     * @throws PostgresFailure when the server over the folder takes no connections
     */
    public static BaseBackup begin(Path folder) throws SQLException, IOException {
        EmbeddedPostgres own = null;
        Connection connection = null;
        try {
            try {
                own = EmbeddedPostgres.startAsWritten(folder, new SecureRandom());
                connection = own.asSuperuser("postgres");
            } catch (FolderInUse running) {
                connection = EmbeddedPostgres.superuserBeside(folder);
            }
            try (Statement statement = connection.createStatement()) {
                // Temporary: it goes with this connection. Until then no file of the log is used again.
                statement.execute("SELECT pg_create_physical_replication_slot('plumbline_backup_"
                        + ProcessHandle.current().pid() + "', true, true)");
                statement.execute("SELECT pg_backup_start('plumbline', true)");
            }
            return new BaseBackup(folder.toRealPath(), own, connection);
        } catch (SQLException | IOException | RuntimeException failure) {
            close(connection, own);
            throw failure;
        }
    }

    /** Version of the server, such as {@code 18.4}. */
    public String version() throws SQLException {
        return said("SHOW server_version");
    }

    /**
     * What to copy, relative to the folder of the records; some may be gone by the time.
     *
     * @param folders all there are: the server misses an empty one too
     */
    public record Listed(List<Path> files, List<Path> folders) {}

    /** The files and folders of this moment. */
    public Listed list() throws IOException {
        List<Path> files = new ArrayList<>(passwords());
        List<Path> folders = new ArrayList<>();
        Files.walkFileTree(records.resolve("data"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (name.startsWith(TEMPORARY)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(records.relativize(folder));
                return WITHOUT_CONTENT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.startsWith(TEMPORARY)) {
                    files.add(records.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        files.addAll(programs());
        return new Listed(List.copyOf(files), List.copyOf(folders));
    }

    /** Of another version than is packaged here: without them nobody could read what is copied. */
    private List<Path> programs() throws IOException {
        int major = Cluster.majorIn(records);
        if (major == Binaries.MAJOR) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(Binaries.of(records, major).home())) {
            return all.filter(Files::isRegularFile).map(records::relativize).toList();
        }
    }

    /** Ends it, once all files are copied. */
    public Ended end() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT lsn, labelfile, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)")) {
            row.next();
            String label = row.getString("labelfile");
            Matcher first = WAL_BEGIN.matcher(label);
            if (!first.find()) {
                throw new PostgresFailure("The server's label of the backup names no file of its log");
            }
            return new Ended(label, wal(first.group(1), row.getString("last")), row.getString("lsn"));
        }
    }

    @Override
    public void close() {
        close(connection, own);
    }

    private static void close(@Nullable Connection connection, @Nullable EmbeddedPostgres own) {
        try (own) {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException alreadyGone) {
            // The server ends a backup whose connection is lost.
            return;
        }
    }

    private List<Path> passwords() throws IOException {
        try (Stream<Path> all = Files.list(records)) {
            return all.filter(file -> file.toString().endsWith(".password"))
                    .map(records::relativize)
                    .sorted()
                    .toList();
        }
    }

    private List<Path> wal(String first, String last) throws IOException {
        // The part after the timeline's eight digits counts; a server of ours has one timeline.
        try (Stream<Path> all = Files.list(records.resolve("data").resolve("pg_wal"))) {
            List<Path> files = all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                    })
                    .map(records::relativize)
                    .sorted()
                    .toList();
            if (files.isEmpty()
                    || !files.getFirst().endsWith(first)
                    || !files.getLast().endsWith(last)) {
                throw new PostgresFailure("Files of the database's log from " + first + " to " + last + " are missing");
            }
            return files;
        }
    }

    private String said(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
