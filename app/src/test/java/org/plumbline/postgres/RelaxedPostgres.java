package org.plumbline.postgres;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;

/** The real server with settings that only a test may want: it does not wait for the disk. */
public final class RelaxedPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private RelaxedPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static RelaxedPostgres start(Path folder) {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, new SecureRandom(), Settings.RELAXED);
        return new RelaxedPostgres(server.provision());
    }

    /** A database of this name with the application's roles and extensions, copied from the template. */
    public void createDatabase(String name, String template) throws SQLException {
        try (Connection connection = server.asSuperuser("postgres")) {
            Provisioning.database(connection, name, template);
        }
    }

    /** Extensions are made once, in the first template. */
    public void createExtensions(String database) throws SQLException {
        try (Connection connection = server.asSuperuser(database)) {
            Provisioning.extensions(connection);
        }
    }

    /** Drops every database whose name starts so, left by this or an earlier run. */
    public void dropDatabases(String prefix) throws SQLException {
        try (Connection connection = server.asSuperuser("postgres");
                var names =
                        connection.prepareStatement("SELECT datname FROM pg_database WHERE starts_with(datname, ?)");
                var drop = connection.createStatement()) {
            names.setString(1, prefix);
            try (var rows = names.executeQuery()) {
                while (rows.next()) {
                    drop.execute("DROP DATABASE %s WITH (FORCE)".formatted(rows.getString(1)));
                }
            }
        }
    }

    /** A connection that row-level security does not bind, for looking at what is really stored. */
    public Connection asSuperuser(String database) throws SQLException {
        return server.asSuperuser(database);
    }

    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    public String ownerPassword() {
        return server.ownerPassword();
    }

    public String appPassword() {
        return server.appPassword();
    }

    @Override
    public void close() {
        server.close();
    }
}
