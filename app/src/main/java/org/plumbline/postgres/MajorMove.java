package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings the records of a folder to the major version of the server that is packaged: each major reads its own files
 * only, so every row goes from a server of before into one of now, and is compared there. Until all is compared the
 * files of before stay as they are; they go once the new ones are in their place.
 */
public final class MajorMove {
    private static final int MEGABYTE = 1_000_000;

    private MajorMove() {}

    /**
     * A table as it was moved.
     *
     * @param digest of its rows, the same on both sides (see {@link RowsDigest})
     */
    public record Table(String name, long rows, String digest) {}

    /**
     * What was moved.
     *
     * @param from major version of before
     * @param migrated how many changes of the records' form came first
     */
    public record Moved(int from, int to, int migrated, List<Table> tables) {
        public Moved {
            tables = List.copyOf(tables);
        }

        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }
    }

    /**
     * Whether the packaged server cannot read what is in the folder of the records. Ends a move that broke off.
     *
     * @throws FolderInUse when a server runs over it
     */
    public static boolean isNeeded(Path records) {
        settle(records);
        return Cluster.majorIn(records) != Binaries.MAJOR;
    }

    /**
     * Moves them. May be called again when it broke off.
     *
     * @param progress takes a line for each table
     * @throws PostgresFailure when something does not arrive as it was, or there is no room; nothing has changed then
     *     but the steps of migration, which were taken on the server of before
     */
    public static Moved move(Path records, Consumer<String> progress) {
        int from = Cluster.majorIn(records);
        MovedCluster moved;
        Moved done;
        try (EmbeddedPostgres before = EmbeddedPostgres.startAsWritten(records, new SecureRandom())) {
            moved = new MovedCluster(before.home());
            requireRoom(moved.home());
            int migrated = before.provision().migrations().migrate();
            passwords(moved);
            try (EmbeddedPostgres next = EmbeddedPostgres.startNext(moved)) {
                next.provision().migrations().migrate();
                done = new Moved(from, Binaries.MAJOR, migrated, copied(before, next, progress));
            }
        } catch (SQLException cause) {
            throw new PostgresFailure("The records could not be moved: " + cause.getMessage(), cause);
        } catch (IOException cause) {
            throw new UncheckedIOException("The records could not be moved", cause);
        }
        moved.whole();
        settle(records);
        return done;
    }

    private static void settle(Path records) {
        FolderLock alone = FolderLock.acquire(records);
        try {
            MovedCluster.settle(records);
        } finally {
            alone.close();
        }
    }

    private static List<Table> copied(EmbeddedPostgres before, EmbeddedPostgres next, Consumer<String> progress)
            throws SQLException {
        try (Connection from = before.asSuperuser(EmbeddedPostgres.DATABASE);
                Connection to = next.asSuperuser(EmbeddedPostgres.DATABASE)) {
            return new TableCopies(from, to, progress).run();
        }
    }

    /** The roles keep their passwords. */
    private static void passwords(MovedCluster moved) throws IOException {
        Files.createDirectories(moved.next());
        try (Stream<Path> files = Files.list(moved.home())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".password")).toList()) {
                DurableFiles.writeSecret(moved.next().resolve(file.getFileName()), Files.readString(file));
            }
        }
    }

    /** The rows are there twice for a while. */
    private static void requireRoom(Path home) throws IOException {
        long needed = 0;
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                needed += Files.size(file);
            }
        }
        FileStore disk = Files.getFileStore(home);
        if (disk.getUsableSpace() < needed) {
            throw new PostgresFailure("There is no room to move the records: " + needed / MEGABYTE
                    + " MB are needed and " + disk.getUsableSpace() / MEGABYTE + " MB are free in " + home);
        }
    }
}
