package org.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    static Path shared;

    /**
     * One set of programs and database files for the class: each test finds what the one before left, as a user does.
     */
    private Path folder = Path.of("");

    private ServerProcesses processes = new ServerProcesses(Path.of(""));

    @BeforeEach
    void nothingRuns() {
        folder = shared.resolve("postgres");
        processes = new ServerProcesses(folder.resolve("data"));
        assertThat(processes.running()).isEmpty();
    }

    @AfterEach
    void nothingIsLeft() {
        processes.running().forEach(pid -> ShellCommand.signal("KILL", pid));
        assertThat(ServerProcesses.await(DEADLINE, () -> processes.running().isEmpty()))
                .isTrue();
    }

    @Test
    void restartKeepsWhatWasCommitted() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            asOwner(first, "DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 41 AS number");
        }
        assertThat(processes.running()).isEmpty();

        try (EmbeddedPostgres second = start()) {
            assertThat(one(second, "SELECT number FROM kept")).isEqualTo("41");
        }
    }

    @Test
    void committedRowsSurviveAKillOfEveryProcess() throws SQLException {
        try (EmbeddedPostgres killed = start()) {
            asOwner(
                    killed,
                    "DROP TABLE IF EXISTS survivor",
                    "CREATE TABLE survivor AS SELECT generate_series(1, 1000)");
            processes.running().forEach(pid -> ShellCommand.signal("KILL", pid));
            assertThat(ServerProcesses.await(DEADLINE, () -> !killed.isRunning()))
                    .isTrue();
        }

        try (EmbeddedPostgres again = start()) {
            assertThat(one(again, "SELECT count(*) FROM survivor")).isEqualTo("1000");
        }
    }

    @Test
    void serverThatOutlivedItsKilledApplicationIsStoppedFirst() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long orphan;
        try (BufferedReader said = application.inputReader()) {
            orphan = Long.parseLong(said.readLine());
        } finally {
            application.destroyForcibly().waitFor();
        }
        assertThat(processes.running()).contains(orphan);

        try (EmbeddedPostgres next = start()) {
            assertThat(processes.running()).contains(next.pid()).doesNotContain(orphan);
            assertThat(one(next, "SELECT number FROM left_behind")).isEqualTo("5");
        }
    }

    @Test
    void processThatGotTheNumberOfADeadServerIsLeftAlone() throws Exception {
        start().close();
        Process bystander = new ProcessBuilder("sleep", "600").start();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                bystander.pid() + "\n" + folder.resolve("data") + "\n1\n5432\n\n127.0.0.1\n\nready   \n");

        try (EmbeddedPostgres server = start()) {
            assertThat(server.isRunning()).isTrue();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly().waitFor();
        }
    }

    @Test
    void serverThatEndedByItselfIsStartedAgainWhereItWas() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            String url = server.jdbcUrl();
            asOwner(
                    server,
                    "DROP TABLE IF EXISTS berth",
                    "CREATE TABLE berth (id int)",
                    "INSERT INTO berth VALUES (7)");
            ProcessHandle postmaster = ProcessHandle.of(server.pid()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().join();

            server.revive();

            assertThat(server.jdbcUrl()).isEqualTo(url);
            asOwner(server, "INSERT INTO berth SELECT id + 1 FROM berth WHERE id = 7");
        }
    }

    @Test
    void closedServerIsNotStartedAgain() {
        EmbeddedPostgres server = start();
        server.close();

        server.revive();

        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void secondServerOverTheSameFolderIsRefused() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());

            assertThat(one(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void passwordsAreRandomAndOnlyTheirOwnerMayReadThem() throws IOException {
        try (EmbeddedPostgres server = start()) {
            assertThat(server.ownerPassword()).matches("[0-9a-f]{64}").isNotEqualTo(server.appPassword());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> secrets =
                    files.filter(file -> file.toString().endsWith(".password")).toList();
            assertThat(secrets)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        try (EmbeddedPostgres server = start()) {
            String port = ":%04X".formatted(server.port());
            List<String> listening = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                    .flatMap(table -> lines(Path.of(table)).stream())
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[1].endsWith(port) && columns[3].equals("0A"))
                    .map(columns -> columns[1])
                    .toList();

            assertThat(listening).containsExactly("0100007F" + port);
            assertThat(one(server, "SELECT current_setting('unix_socket_directories')"))
                    .isEmpty();
        }
    }

    @Test
    void wrongPasswordAndNoPasswordAreRefused() {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "plumbline_app", "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "plumbline_app", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void settingsAreDurableAndChecked() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(one(server, "SELECT current_setting('" + on + "')"))
                        .as(on)
                        .isEqualTo("on");
            }
            assertThat(one(server, "SELECT current_setting('server_version')")).isEqualTo("18.4");
            assertThat(one(server, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void trigramsKnowLettersOfOtherScripts() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThat(one(server, "SELECT similarity('Гавань', 'гавани') > 0.3"))
                    .isEqualTo("t");
        }
    }

    @Test
    void applicationRoleIsBoundByRowLevelSecurityAndOwnsNothing() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThat(one(
                            server,
                            "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles"
                                    + " WHERE rolname = 'plumbline_app'"))
                    .isEqualTo("f");
            assertThat(one(
                            server,
                            "SELECT count(*) FROM pg_class JOIN pg_roles r ON r.oid = relowner"
                                    + " WHERE rolname = 'plumbline_app'"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> execute(app(server), "CREATE TABLE public.mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void queryTextAndValuesNeverReachTheLog() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(() -> asOwner(server, "SELECT 'walrus-7731'::int"))
                    .isInstanceOf(SQLException.class);
        }
        try (Stream<Path> logs = Files.walk(folder.resolve("log"))) {
            List<Path> files = logs.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("walrus"));
        }
    }

    @Test
    void overgrownLogIsDroppedAtTheNextStart() throws IOException {
        start().close();
        Path overgrown = Files.write(folder.resolve("log/postgres-Nev.log"), new byte[10_000_001]);
        Path modest = Files.write(folder.resolve("log/postgres-Sel.log"), new byte[1000]);

        start().close();

        assertThat(overgrown).doesNotExist();
        assertThat(modest).exists();
    }

    @Test
    void setUpThatWasCutShortStartsAgain(@TempDir Path other) throws IOException {
        Path cut = other.resolve("postgres");
        Files.createDirectories(cut.resolve("data.new/base"));
        Files.createDirectories(cut.resolve("server.new/bin"));

        try (EmbeddedPostgres server = EmbeddedPostgres.start(cut, new SecureRandom(), Settings.RELAXED)) {
            assertThat(server.isRunning()).isTrue();
        }
        assertThat(cut.resolve("data.new")).doesNotExist();
        assertThat(cut.resolve("server.new")).doesNotExist();
    }

    @Test
    void rootWithoutUserNamespacesGivesTheFolderToAnotherUser(@TempDir Path other) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give up being root");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwx--x--x"));
        Path home = Files.createDirectories(other.resolve("postgres")).toRealPath();
        int nobody = 65534;

        for (Supplier<Unprivileged> chosen :
                List.<Supplier<Unprivileged>>of(() -> Unprivileged.as(nobody), () -> Unprivileged.forFolder(home))) {
            Unprivileged way = chosen.get();
            assertThat(way.user()).isEqualTo(nobody);
            try (EmbeddedPostgres server = EmbeddedPostgres.start(
                            home,
                            FolderLock.acquire(home),
                            new SecureRandom(),
                            Settings.RELAXED,
                            way,
                            Binaries.in(home))
                    .provision()) {
                assertThat(Files.getAttribute(Path.of("/proc/" + server.pid()), "unix:uid"))
                        .isEqualTo(nobody);
                assertThat(one(server, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, new SecureRandom()).provision();
    }

    private static void asOwner(EmbeddedPostgres server, String... statements) throws SQLException {
        for (String statement : statements) {
            execute(
                    DriverManager.getConnection(server.jdbcUrl(), "plumbline_owner", server.ownerPassword()),
                    statement);
        }
    }

    private static Connection app(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "plumbline_app", server.appPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.asSuperuser("plumbline");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table)
                    ? Files.readAllLines(table).stream().skip(1).toList()
                    : List.of();
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Starts the server, says its number, and waits to be killed. */
    static final class Application {
        private Application() {}

        public static void main(String... words) throws Exception {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(words[0]), new SecureRandom())
                    .provision()) {
                asOwner(server, "DROP TABLE IF EXISTS left_behind", "CREATE TABLE left_behind AS SELECT 5 AS number");
                System.out.println(server.pid());
                while (System.in.read() >= 0) {}
            }
        }
    }
}
