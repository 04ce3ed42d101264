package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The roles, databases and extensions the application needs. The owner holds the schema and migrates it; the role the
 * application runs as owns nothing and stays under row-level security.
 */
final class Provisioning {
    static final String OWNER = "plumbline_owner";
    static final String APP = "plumbline_app";

    /** The only one that may delete a body of the trail; nobody signs in as it. */
    static final String ERASER = "plumbline_eraser";

    /** The only one that may delete the rows of a case; nobody signs in as it. */
    static final String CASE_ERASER = "plumbline_case_eraser";

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gist", "unaccent");

    private Provisioning() {}

    /** Creates the roles unless present and sets their passwords and limits. */
    static void roles(Connection superuser, PasswordFile owner, PasswordFile app) throws SQLException {
        role(superuser, OWNER, owner);
        role(superuser, APP, app);
        try (Statement statement = superuser.createStatement()) {
            for (String eraser : List.of(ERASER, CASE_ERASER)) {
                if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", eraser)) {
                    statement.execute("CREATE ROLE " + eraser);
                }
                statement.execute("ALTER ROLE " + eraser
                        + " NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
                // The owner makes functions that run as the eraser.
                statement.execute("GRANT " + eraser + " TO " + OWNER);
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
        }
    }

    /** Creates the database unless present; only the two roles may connect to it. */
    static void database(Connection superuser, String name, String template) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(name, OWNER, template));
            }
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            statement.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(name, APP));
        }
    }

    /** Creates the extensions that the server brings, in the database of the connection. */
    static void extensions(Connection superuser) throws SQLException {
        for (String extension : EXTENSIONS) {
            if (exists(superuser, "SELECT 1 FROM pg_available_extensions WHERE name = ?", extension)) {
                try (Statement statement = superuser.createStatement()) {
                    statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
                }
            }
        }
    }

    private static void role(Connection superuser, String name, PasswordFile password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                statement.execute("CREATE ROLE " + name);
            }
            statement.execute("""
                ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'
                """.formatted(name, password.password()));
        }
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
