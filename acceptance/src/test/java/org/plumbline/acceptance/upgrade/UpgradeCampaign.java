package org.plumbline.acceptance.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.CommandRun;
import org.plumbline.acceptance.DatabaseServer;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.postgres.EmbeddedPostgres;

/**
 * Upgrades the data folder that the last release left, written by a database server of the major version before: every
 * row is there, the log holds, and it serves. Killed at any moment, it is finished by the next upgrade. Its backup
 * still is what was there before.
 */
public final class UpgradeCampaign implements Campaign {
    private static final int KILLS = 1;
    private static final int KILLS_FULL = 40;
    /** Copies of each statement of the sample, for tables of a size that takes time. */
    private static final int COPIES_FULL = 2_000;

    /** In which the first kill comes; later ones within the time that an upgrade took. */
    private static final long MOST_MILLIS = 8_000;

    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        Scratch.delete(folder);
        try {
            Path home = folder.toAbsolutePath();
            progress.accept("The folder of the last release");
            whole(home.resolve("whole"), size);
            progress.accept("Served, and its backup restored");
            served(home.resolve("whole"));
            backupIsOfBefore(home.resolve("whole"));
            newerIsRefused(home.resolve("whole"));
            killed(home, new Random(seed), size == Size.SMALL ? KILLS : KILLS_FULL, progress);
        } catch (IOException | SQLException e) {
            failures.add(e.toString());
        }
        return new Outcome(counts, failures);
    }

    private void whole(Path folder, Size size) throws IOException, SQLException {
        Path data = LastRelease.in(folder);
        if (size == Size.FULL) {
            grow(data);
        }
        CommandRun start = CommandRun.of("serve", "--data", data.toString(), "--port", "0");
        if (start.exit() == 0 || !start.said().contains("./plumbline upgrade")) {
            failures.add("a folder of the server before was started without an upgrade: " + start);
        }
        OldRows before = OldRows.of(data);
        counts.put("tables", before.tables());
        counts.put("rows", before.count());
        long began = System.nanoTime();
        CommandRun run = CommandRun.of("upgrade", "--data", data.toString());
        counts.put("upgrade_ms", millisSince(began));
        if (run.exit() != 0 || !run.said().contains("counts and digests are the same")) {
            failures.add("the upgrade: " + run);
        }
        failures.addAll(before.differencesIn(data));
        CommandRun again = CommandRun.of("upgrade", "--data", data.toString());
        if (again.exit() != 0 || !again.said().contains("Nothing to do")) {
            failures.add("a second upgrade: " + again);
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private void served(Path folder) throws IOException {
        try (Installation installation = Installation.demo(folder)) {
            var api = new Api(installation.address(), installation.printed().token());
            int cases =
                    api.get("/cases?limit=50").expect(200).body().path("items").size();
            counts.put("cases_shown", cases);
            if (cases == 0) {
                failures.add("the upgraded installation shows no case");
            }
            installation.stop();
        }
        FolderCheck check = FolderCheck.fsck(folder.resolve("data"), Optional.empty());
        if (check.exit() != 0) {
            failures.add("fsck of the upgraded folder after it was served: " + check.said());
        }
        openKeys(folder.resolve("data").resolve("keys"));
    }

    /** What signs or seals lies sealed from the first start on, and under no other name besides. */
    private void openKeys(Path keys) throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("PRIVATE KEY")
                        || file.toString().endsWith(".pem")) {
                    failures.add("a key of before lies open after the upgrade: " + file.getFileName());
                }
            }
        }
    }

    /** The way back: what was backed up first is restored by this version, still for the server of then. */
    private void backupIsOfBefore(Path folder) throws IOException, SQLException {
        Path back = folder.resolve("back").resolve("data");
        Files.createDirectories(back.resolveSibling(""));
        CommandRun.of("restore", folder.resolve("data.backups").toString(), "--data", back.toString())
                .expectDone();
        OldRows before = OldRows.of(back);
        counts.put("rows_in_backup", before.count());
        if (before.count() != (Long) counts.getOrDefault("rows", 0L)) {
            failures.add("the backup holds " + before.count() + " rows instead of " + counts.get("rows"));
        }
    }

    private void newerIsRefused(Path folder) throws SQLException {
        Path records = folder.resolve("data").resolve("records");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(records, new SecureRandom());
                Connection owner =
                        DriverManager.getConnection(server.jdbcUrl(), "plumbline_owner", server.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into public.flyway_schema_history
                    select 100000, '9999', 'of a version to come', 'SQL', 'V9999__to_come.sql', 1, 'somebody', now(), 1, true
                    """);
        }
        String data = folder.resolve("data").toString();
        for (CommandRun run : List.of(
                CommandRun.of("serve", "--data", data, "--port", "0"), CommandRun.of("upgrade", "--data", data))) {
            if (run.exit() == 0 || !run.said().contains("newer version of Plumbline")) {
                failures.add("records of a newer version were taken: " + run);
            }
        }
    }

    /**
     * Kills the upgrade, with its servers or without, at some moment of it, once or several times; then lets it end.
     * What ended before its moment came counts as no kill.
     */
    private void killed(Path home, Random random, int kills, Consumer<String> progress)
            throws IOException, SQLException {
        Path folder = home.resolve("killed");
        long window = MOST_MILLIS;
        int done = 0;
        while (done < kills) {
            Scratch.delete(folder);
            Path data = LastRelease.in(folder);
            OldRows before = OldRows.of(data);
            int inARow = Math.min(kills - done, 1 + random.nextInt(4));
            for (int i = 0; i < inARow && killedOnce(data, random.nextLong(window), random.nextBoolean()); i++) {
                done++;
            }
            long began = System.nanoTime();
            CommandRun last = CommandRun.of("upgrade", "--data", data.toString());
            if (last.exit() != 0) {
                failures.add("the upgrade after " + done + " kills: " + last);
            }
            window = last.said().contains("Nothing to do") ? window / 2 : millisSince(began);
            failures.addAll(before.differencesIn(data));
            progress.accept(done + " of " + kills + " kills");
        }
        counts.put("kills", done);
    }

    /** @return whether it was still at work */
    private static boolean killedOnce(Path data, long afterMillis, boolean serversToo) throws IOException {
        Process upgrade = CommandRun.started(ProcessBuilder.Redirect.DISCARD, "upgrade", "--data", data.toString());
        try {
            if (upgrade.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
                return false;
            }
            upgrade.destroyForcibly();
            if (!upgrade.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The upgrade could not be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (serversToo) {
            new DatabaseServer(data.resolve("records").resolve("next")).kill();
            new DatabaseServer(data.resolve("records")).kill();
        }
        return true;
    }

    /** As a folder is that was used for a while. */
    private static void grow(Path data) throws SQLException, IOException {
        Path records = data.resolve("records");
        try (EmbeddedPostgres server = EmbeddedPostgres.startAsWritten(records, new SecureRandom());
                Connection superuser = DriverManager.getConnection(
                        server.jdbcUrl(), "postgres", Files.readString(records.resolve("superuser.password")));
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into entities.statement
                    select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*
                    from entities.statement s, generate_series(1, %d)
                    """.formatted(COPIES_FULL));
        }
    }
}
