package org.plumbline.acceptance.crash;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.plumbline.acceptance.Deadline;
import org.plumbline.postgres.EmbeddedPostgres;

/** The records of a stopped installation, by their own PostgreSQL. */
final class Records implements AutoCloseable {
    private static final Duration GONE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final Connection all;

    private Records(EmbeddedPostgres postgres, Connection all) {
        this.postgres = postgres;
        this.all = all;
    }

    static Records of(Path data) throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
        try {
            return new Records(postgres, postgres.readingAll());
        } catch (SQLException e) {
            postgres.close();
            throw e;
        }
    }

    /** A connection that sees every row and changes none. */
    Connection all() {
        return all;
    }

    /** A connection of the application's role. */
    Connection asApplication() throws SQLException {
        return asApplication(port());
    }

    /** The same over a cable. */
    Connection asApplication(Cable cable) throws SQLException {
        return asApplication(cable.port());
    }

    int port() {
        String url = postgres.jdbcUrl();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
    }

    /** The first column of one row. */
    String one(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = prepared(sql, parameters);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("No row for " + sql);
            }
            return String.valueOf(row.getString(1));
        }
    }

    /** Work on a row. */
    @FunctionalInterface
    interface Row {
        void on(ResultSet row) throws SQLException;
    }

    void each(String sql, Row work, String... parameters) throws SQLException {
        try (PreparedStatement query = prepared(sql, parameters);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                work.on(row);
            }
        }
    }

    /** Returns once the server has noticed that this connection is gone, and done with it what it will do. */
    void awaitGone(int backend) {
        Deadline.require(GONE, "PostgreSQL has noticed a cut connection", () -> {
            try {
                return one("select count(*) from pg_stat_activity where pid = ?::int", Integer.toString(backend))
                        .equals("0");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The number of the server's process for a connection. */
    static int backend(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_backend_pid()");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (postgres) {
            all.close();
        }
    }

    private PreparedStatement prepared(String sql, String... parameters) throws SQLException {
        PreparedStatement query = all.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setString(i + 1, parameters[i]);
        }
        return query;
    }

    private Connection asApplication(int port) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "plumbline_app");
        properties.setProperty("password", postgres.appPassword());
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/plumbline", properties);
    }
}
