package org.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.TestPostgres;
import org.plumbline.watching.Obstacle;

/** One process writes in a database, whatever folder it has; it may lose it and take it again. */
class RecordsHoldTest {
    private final TestPostgres.Database database = TestPostgres.freshDatabase("holders", RecordsHoldTest::migrate);
    private final Reached reached = new Reached(database.url(), database.ownerPassword(), database.appPassword());
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void secondProcessWithAnotherFolderIsRefusedAndToldWhoHoldsIt() throws Exception {
        Process other = fromAnotherProcess();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> take("mine"))
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining("process " + other.pid() + " on ")
                    .hasMessageContaining("data folder /srv/theirs, since 20")
                    .hasMessageContaining("stop that one first")
                    .hasMessageNotContaining("?");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void killedProcessLeavesNoHoldBehind() throws Exception {
        Process other = fromAnotherProcess();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
        }

        other.destroyForcibly().waitFor();

        try (RecordsHold mine = take("mine")) {
            assertThat(mine.standing()).isEmpty();
        }
    }

    @Test
    void otherDatabaseOfTheSameServerIsFree() {
        TestPostgres.Database second = TestPostgres.freshDatabase("holders", RecordsHoldTest::migrate);

        try (RecordsHold one = take("one");
                RecordsHold two = RecordsHold.take(
                        new Reached(second.url(), second.ownerPassword(), second.appPassword()),
                        Holder.thisProcess(UUID.randomUUID(), Path.of("two")),
                        Optional.empty(),
                        taken::incrementAndGet)) {
            assertThat(one.standing()).isEmpty();
            assertThat(two.standing()).isEmpty();
        }
    }

    @Test
    void lostConnectionIsNoticedAndTheHoldTakenAgain() throws Exception {
        try (RecordsHold hold = take("mine")) {
            await(() -> holders() == 1);

            endItsConnection();

            await(() -> hold.standing().contains(Obstacle.DATABASE_AWAY));
            await(() -> hold.standing().isEmpty());
            assertThat(taken).hasValue(0);
        }
    }

    @Test
    void whoeverFindsThatAnotherWroteMeanwhileEnds() throws Exception {
        try (RecordsHold hold = take("mine")) {
            await(() -> holders() == 1);
            try (Connection successor = asApplication()) {
                HolderTable.insert(successor, Holder.thisProcess(UUID.randomUUID(), Path.of("theirs")));
            }

            endItsConnection();

            await(() -> taken.get() == 1);
            assertThat(hold.standing()).containsExactly(Obstacle.DATABASE_TAKEN);
        }
    }

    @Test
    void connectionThatStillWritesKeepsOthersOut() throws Exception {
        RecordsHold hold = take("mine");
        try (Connection pooled = asApplication();
                var statement = pooled.createStatement()) {
            statement.execute(hold.joining());
            // The holding connection alone is gone; what it protects is still written through the other.
            hold.close();

            assertThatThrownBy(() -> take("theirs")).isInstanceOf(DatabaseInUse.class);
        }
    }

    @Test
    void connectionOfAProcessThatLostTheDatabaseIsRefused() throws Exception {
        RecordsHold hold = take("mine");
        String joining = hold.joining();
        hold.close();

        try (Connection late = asApplication();
                var statement = late.createStatement()) {
            assertThatThrownBy(() -> statement.execute(joining)).hasMessageContaining("does not hold the database");
        }
    }

    private RecordsHold take(String folder) {
        return RecordsHold.take(
                reached,
                Holder.thisProcess(UUID.randomUUID(), Path.of(folder)),
                Optional.empty(),
                taken::incrementAndGet);
    }

    private Connection asApplication() throws SQLException {
        return DriverManager.getConnection(database.url(), Provisioning.APP, database.appPassword());
    }

    private int holders() {
        try (Connection connection = TestPostgres.server().asSuperuser(database.name());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from postgres.holder")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a server does that is stopped. */
    private void endItsConnection() throws SQLException {
        try (Connection connection = TestPostgres.server().asSuperuser(database.name());
                var statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and application_name like 'plumbline-writer%'
                    """);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void migrate(TestPostgres.Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/migration/postgres")
                .load()
                .migrate();
    }

    private Process fromAnotherProcess() throws IOException {
        Path secret = Files.createTempFile("hold", ".password");
        Files.writeString(secret, database.appPassword());
        secret.toFile().deleteOnExit();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        database.url() + "?sslmode=disable",
                        secret.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Holds a database until it is killed or its standard input ends. */
    static final class Other {
        private Other() {}

        public static void main(String... words) throws IOException, SQLException {
            Reached reached = new Reached(words[0], "", Files.readString(Path.of(words[1])));
            Holder holder = Holder.thisProcess(UUID.randomUUID(), Path.of("/srv/theirs"));
            try (RecordsHold held = RecordsHold.take(reached, holder, Optional.empty(), () -> {});
                    Connection connection =
                            DriverManager.getConnection(words[0], Provisioning.APP, reached.appPassword())) {
                while (!HolderTable.holder(connection).startsWith("process")) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                System.out.println(held.standing().isEmpty() ? "held" : "lost");
                while (System.in.read() >= 0) {}
            }
        }
    }
}
