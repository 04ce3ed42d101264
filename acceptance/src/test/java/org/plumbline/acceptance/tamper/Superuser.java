package org.plumbline.acceptance.tamper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.plumbline.postgres.EmbeddedPostgres;

/** Who holds the disk holds the superuser's password: the records without any wall. */
final class Superuser {
    private Superuser() {}

    /** Work on the records. */
    @FunctionalInterface
    interface Work {
        void on(Connection records) throws Exception;
    }

    static void run(Path data, List<String> statements) throws Exception {
        in(data, records -> {
            try (Statement statement = records.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }

    static void in(Path data, Work work) throws Exception {
        Path folder = data.resolve("records");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, new SecureRandom());
                Connection records = connect(postgres, folder)) {
            try (Statement off = records.createStatement()) {
                off.execute("set session_replication_role = replica");
            }
            work.on(records);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, Path folder) throws SQLException, IOException {
        String password = Files.readString(folder.resolve("superuser.password")).strip();
        return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", password);
    }
}
