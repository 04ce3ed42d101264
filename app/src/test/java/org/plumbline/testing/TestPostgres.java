package org.plumbline.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.plumbline.postgres.RelaxedPostgres;

/**
 * One real PostgreSQL for all tests of a test run. Each test class asks for a database of its own; the first to ask
 * migrates a template, the others get copies of it, which takes a fraction of a second.
 */
public final class TestPostgres {
    private static final String PREFIX = "test_";

    /**
     * A database of one test class.
     *
     * @param url where it is
     * @param ownerUser owns the schema
     * @param ownerPassword of the owner
     * @param appUser the role the application runs as, under row-level security
     * @param appPassword of that role
     * @param name the database's name
     */
    public record Database(
            String url, String ownerUser, String ownerPassword, String appUser, String appPassword, String name) {}

    private TestPostgres() {}

    /** An empty database with the application's roles and extensions. */
    public static Database freshDatabase() {
        return freshDatabase("empty", database -> {});
    }

    /** As {@link #freshDatabase(String, Consumer)} for the application's own migrations. */
    public static Database freshDatabase(Consumer<Database> migrateOnce) {
        return freshDatabase("app", migrateOnce);
    }

    /**
     * A copy of a migrated template.
     *
     * @param template lower-case name of the template; each name is migrated once in a test run
     * @param migrateOnce migrates the database it is given, as its owner, and closes every connection to it
     */
    public static synchronized Database freshDatabase(String template, Consumer<Database> migrateOnce) {
        try {
            String source = PREFIX + "template_" + template;
            if (Shared.MIGRATED.add(source)) {
                Shared.SERVER.createDatabase(source, "template0");
                Shared.SERVER.createExtensions(source);
                migrateOnce.accept(named(source));
            }
            String name = PREFIX + Shared.COUNT.incrementAndGet();
            Shared.SERVER.createDatabase(name, source);
            return named(name);
        } catch (SQLException cause) {
            throw new IllegalStateException("No test database from template " + template, cause);
        }
    }

    /** The server itself, for looking behind row-level security. */
    public static RelaxedPostgres server() {
        return Shared.SERVER;
    }

    private static Database named(String name) {
        RelaxedPostgres server = Shared.SERVER;
        return new Database(
                server.jdbcUrl(name),
                "plumbline_owner",
                server.ownerPassword(),
                "plumbline_app",
                server.appPassword(),
                name);
    }

    /** Started when the first test asks, stopped when the test process ends. */
    private static final class Shared {
        static final RelaxedPostgres SERVER = start();
        static final AtomicInteger COUNT = new AtomicInteger();
        static final java.util.Set<String> MIGRATED = new java.util.HashSet<>();

        private static RelaxedPostgres start() {
            RelaxedPostgres server = RelaxedPostgres.start(Path.of("target", "test-postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop test PostgreSQL"));
            try {
                server.dropDatabases(PREFIX);
            } catch (SQLException cause) {
                throw new IllegalStateException("Databases of an earlier test run cannot be dropped", cause);
            }
            return server;
        }
    }
}
