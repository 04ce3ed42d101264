package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/**
 * A real PostgreSQL over one folder, listening on 127.0.0.1 only, with durable settings and random passwords. It
 * outlives a kill of the application; the next start over the same folder stops what was left and recovers what was
 * committed.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String DATABASE = "plumbline";
    private static final String SUPERUSER_PASSWORD = "superuser.password";

    private final FolderLock lock;
    private final Server server;
    private final PasswordFile superuser;
    private final PasswordFile owner;
    private final PasswordFile app;
    private volatile Postmaster postmaster;
    private boolean closed;

    /** What a server is started from. */
    private record Server(Path home, Cluster cluster, Binaries binaries, Unprivileged unprivileged, Settings settings) {
        Postmaster start(OptionalInt port) {
            new ServerProcesses(cluster.data()).clearTheWay();
            return Postmaster.start(home, cluster, binaries, unprivileged, settings, port);
        }
    }

    private EmbeddedPostgres(
            FolderLock lock, Server server, PasswordFile superuser, PasswordFile owner, PasswordFile app) {
        this.lock = lock;
        this.server = server;
        this.postmaster = server.start(OptionalInt.empty());
        this.superuser = superuser;
        this.owner = owner;
        this.app = app;
    }

    /**
     * Starts the server over the folder, unpacking and setting it up the first time, and returns when it takes
     * connections.
     *
     * @param folder holds programs, data, logs and passwords; made when absent
     * @param random where passwords come from
     * @throws FolderInUse when another process has a server over this folder
     * @throws PostgresFailure when it cannot be set up or started
     */
    public static EmbeddedPostgres start(Path folder, SecureRandom random) {
        return start(folder, random, Settings.DURABLE);
    }

    /**
     * The same with the server that wrote the folder last, where that was of another major version: to copy or to move
     * what is in it.
     */
    public static EmbeddedPostgres startAsWritten(Path folder, SecureRandom random) {
        return start(folder, random, Settings.DURABLE, true);
    }

    /** An empty one in the place where the files of a new major version are made, with the packaged programs. */
    static EmbeddedPostgres startNext(MovedCluster moved) {
        Path home = privateFolder(moved.next());
        FolderLock lock = FolderLock.acquire(home);
        try {
            return start(
                    home,
                    lock,
                    new SecureRandom(),
                    Settings.DURABLE,
                    Unprivileged.forFolder(moved.home()),
                    Binaries.in(moved.home()));
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    static EmbeddedPostgres start(Path folder, SecureRandom random, Settings settings) {
        return start(folder, random, settings, false);
    }

    private static EmbeddedPostgres start(Path folder, SecureRandom random, Settings settings, boolean asWritten) {
        Path home = privateFolder(folder);
        FolderLock lock = FolderLock.acquire(home);
        try {
            Unprivileged unprivileged = Unprivileged.forFolder(home);
            MovedCluster.settle(home);
            int major = Cluster.majorIn(home);
            if (major != Binaries.MAJOR && !asWritten) {
                throw new PostgresFailure("The records in " + home + " belong to PostgreSQL " + major
                        + " and this version brings " + Binaries.MAJOR + ". Nothing was changed; ./plumbline upgrade"
                        + " --data " + home.resolveSibling("") + " backs them up and moves them");
            }
            return start(home, lock, random, settings, unprivileged, Binaries.of(home, major));
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Creates or repairs the roles {@code plumbline_owner} and {@code plumbline_app}, the database and its extensions.
     */
    public EmbeddedPostgres provision() {
        try {
            try (Connection connection = asSuperuser("postgres")) {
                Provisioning.roles(connection, owner, app);
                Provisioning.database(connection, DATABASE, "template0");
            }
            try (Connection connection = asSuperuser(DATABASE)) {
                Provisioning.extensions(connection);
            }
            return this;
        } catch (SQLException cause) {
            throw new PostgresFailure("The roles and the database could not be created", cause);
        }
    }

    /** Where the application's database is. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The password of {@code plumbline_owner}, who owns the schema and migrates it. */
    public String ownerPassword() {
        return owner.password();
    }

    /** The password of {@code plumbline_app}, as whom the application runs. */
    public String appPassword() {
        return app.password();
    }

    /** A connection that sees every row of every organisation and changes none: for checks of the whole folder only. */
    public Connection readingAll() throws SQLException {
        return readingAll(asSuperuser(DATABASE));
    }

    private static Connection readingAll(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /**
     * The same beside the process that has the server over this folder: nothing is started, locked or changed.
     *
     * @throws PostgresFailure when no server takes connections there
     */
    public static Connection readingBeside(Path folder) throws SQLException, IOException {
        return readingAll(beside(folder, DATABASE));
    }

    /** @throws PostgresFailure when no server takes connections there */
    static Connection superuserBeside(Path folder) throws SQLException, IOException {
        return beside(folder, "postgres");
    }

    private static Connection beside(Path folder, String database) throws SQLException, IOException {
        Path home = folder.toRealPath();
        int port = new ServerProcesses(home.resolve("data").toRealPath())
                .port()
                .orElseThrow(() -> new PostgresFailure("The server over " + home + " takes no connections now"));
        String password = Files.readString(home.resolve(SUPERUSER_PASSWORD)).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Cluster.SUPERUSER, password);
    }

    /** The steps that brought its database to its form, and those that are still to be taken. */
    public Migrations migrations() {
        return Migrations.over(jdbcUrl(), ownerPassword());
    }

    /** The folder of the records. */
    Path home() {
        return server.home();
    }

    /** The process number of the server. */
    public long pid() {
        return postmaster.process().pid();
    }

    /** False once the server has ended, by {@link #close()} or by itself. */
    public boolean isRunning() {
        return postmaster.process().isAlive();
    }

    /**
     * Starts a server that ended by itself again, where it was; returns at once while it runs, and after a close.
     *
     * @throws PostgresFailure when it doesn't start
     */
    public synchronized void revive() {
        if (!closed && !isRunning()) {
            postmaster = server.start(OptionalInt.of(postmaster.port()));
        }
    }

    /** Stops the server without waiting for its clients, and gives the folder back. */
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            postmaster.stop();
        }
    }

    int port() {
        return postmaster.port();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database;
    }

    /**
     * Writes tables anew without what was deleted from them, and lets go of the write-ahead log so far.
     *
     * @param tables names with schema, as the server itself writes them
     * @return whether all of them were; larger ones than 2 GiB are only vacuumed
     */
    public boolean writeAnew(List<String> tables) throws SQLException {
        try (Connection superuser = asSuperuser(DATABASE)) {
            return new Rewriting(superuser).of(tables);
        }
    }

    Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), Cluster.SUPERUSER, superuser.password());
    }

    static EmbeddedPostgres start(
            Path home,
            FolderLock lock,
            SecureRandom random,
            Settings settings,
            Unprivileged unprivileged,
            Binaries binaries) {
        unprivileged.own(home);
        PasswordFile superuser = PasswordFile.at(home.resolve(SUPERUSER_PASSWORD), random);
        PasswordFile owner = PasswordFile.at(home.resolve("owner.password"), random);
        PasswordFile app = PasswordFile.at(home.resolve("app.password"), random);
        unprivileged.own(binaries.home());
        Cluster cluster = Cluster.in(home, binaries, unprivileged, superuser, settings);
        return new EmbeddedPostgres(
                lock, new Server(home, cluster, binaries, unprivileged, settings), superuser, owner, app);
    }

    private static Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder.toRealPath();
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made or made private", cause);
        }
    }
}
