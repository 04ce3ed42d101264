package org.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void templateIsMigratedOnceAndEachCopyIsItsOwn() throws SQLException {
        AtomicInteger migrations = new AtomicInteger();

        TestPostgres.Database first = TestPostgres.freshDatabase("ledger", database -> migrate(database, migrations));
        TestPostgres.Database second = TestPostgres.freshDatabase("ledger", database -> migrate(database, migrations));
        execute(owner(first), "INSERT INTO entry VALUES (7)");

        assertThat(migrations).hasValue(1);
        assertThat(count(first)).isEqualTo(1);
        assertThat(count(second)).isZero();
    }

    @Test
    void applicationRoleOwnsNothing() throws SQLException {
        TestPostgres.Database database = TestPostgres.freshDatabase();

        try (Connection app = DriverManager.getConnection(database.url(), database.appUser(), database.appPassword())) {
            assertThatThrownBy(() -> execute(app, "CREATE TABLE public.mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void migrate(TestPostgres.Database database, AtomicInteger migrations) {
        migrations.incrementAndGet();
        try {
            execute(owner(database), "CREATE TABLE entry (id int)");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static Connection owner(TestPostgres.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestPostgres.Database database) throws SQLException {
        try (Connection connection = owner(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM entry")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
