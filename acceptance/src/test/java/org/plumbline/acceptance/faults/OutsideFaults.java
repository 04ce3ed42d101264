package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.CommandRun;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.postgres.EmbeddedPostgres;

/** A database of the house's own, which no Plumbline starts: only one of them uses it, and it may go and come back. */
final class OutsideFaults {
    private static final int PEOPLE = 2;

    private final Path home;
    private final Set<String> known;
    private final Findings findings;

    OutsideFaults(Path home, Set<String> known, Findings findings) {
        this.home = home;
        this.known = known;
        this.findings = findings;
    }

    void run(int rounds) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home.resolve("house"), new SecureRandom())
                        .provision();
                Installation first =
                        Installation.demo(home.resolve("first"), config(server), Installation.freePort())) {
            secondIsRefused(first);
            var work = new Work(new Api(first.address(), first.printed().token()), known);
            try (work) {
                work.begin(PEOPLE);
                for (int round = 0; round < rounds; round++) {
                    restarted(server, work);
                }
            }
            var lost = new TreeSet<>(work.acknowledged());
            lost.removeAll(work.there());
            findings.equal("acts that a database outside confirmed and has not", lost.size(), 0);
            findings.count("outside_acts_confirmed", work.done());
            work.wrong().stream().distinct().limit(20).forEach(wrong -> findings.holds(wrong, false));
            first.stop();
        }
    }

    private void secondIsRefused(Installation first) {
        findings.begins("Database outside: a second Plumbline");
        CommandRun second = CommandRun.of(
                "serve",
                "--data",
                home.resolve("second").toString(),
                "--config",
                home.resolve("outside.toml").toString(),
                "--port",
                "0");
        findings.holds(
                "a second Plumbline over the database is refused and told which process holds it: " + second,
                second.exit() == 1 && second.said().contains("process " + first.processId()));
    }

    private void restarted(EmbeddedPostgres server, Work work) {
        findings.begins("Database outside: killed, later started again");
        int before = work.done();
        Deadline.require(Office.SOON, "work goes on before the database outside ends", () -> work.done() > before + 2);
        int refused = refused(work);
        ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
        findings.holds(
                "people are told that the database is away", Deadline.met(Office.SOON, () -> refused(work) > refused));
        Deadline.require(Office.SOON, "the killed server is gone", () -> !server.isRunning());
        server.revive();
        int then = work.done();
        findings.holds(
                "work goes on once the database outside answers",
                Deadline.met(Office.SOON, () -> work.done() > then + 5));
        findings.more("outside_restarts");
    }

    private static int refused(Work work) {
        return work.refused().getOrDefault("database-away", 0);
    }

    private Path config(EmbeddedPostgres server) throws IOException {
        secret("owner", server.ownerPassword());
        secret("app", server.appPassword());
        return Files.writeString(home.resolve("outside.toml"), """
                [database]
                url = "%s"
                owner-password-file = "owner.secret"
                app-password-file = "app.secret"
                """.formatted(server.jdbcUrl()));
    }

    private void secret(String name, String password) throws IOException {
        Path file = Files.writeString(home.resolve(name + ".secret"), password);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
