package org.plumbline.acceptance.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.plumbline.acceptance.Deadline;

/** Ends the database, or one of its processes, while people work; it comes back by itself. */
final class DatabaseFaults {
    private enum Kind {
        KILLED,
        STOPPED,
        ONE_PROCESS_KILLED
    }

    private final Office office;
    private final Work work;
    private final Findings findings;
    private final Random random;

    DatabaseFaults(Office office, Work work, Findings findings, Random random) {
        this.office = office;
        this.work = work;
        this.findings = findings;
        this.random = random;
    }

    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Kind kind : Kind.values()) {
                findings.begins("Database: " + kind);
                int before = work.done();
                Deadline.require(Office.SOON, "work goes on before " + kind, () -> work.done() > before + 2);
                long start = System.nanoTime();
                end(kind);
                int then = work.done();
                boolean back = Deadline.met(Office.SOON, () -> work.done() > then + 5);
                findings.holds("after " + kind + " of the database work went on", back);
                findings.more("database_" + kind.name().toLowerCase(java.util.Locale.ROOT));
                findings.longest("database_longest_away_seconds", System.nanoTime() - start);
            }
        }
    }

    private void end(Kind kind) {
        Optional<ProcessHandle> postmaster = office.installation().database().running();
        findings.holds("PostgreSQL runs before it is ended", postmaster.isPresent());
        postmaster.ifPresent(server -> {
            switch (kind) {
                case KILLED -> server.destroyForcibly();
                case STOPPED -> server.destroy();
                case ONE_PROCESS_KILLED -> {
                    List<ProcessHandle> backends = server.children().toList();
                    backends.get(random.nextInt(backends.size())).destroyForcibly();
                }
            }
        });
    }
}
