package org.plumbline.bench.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;

/** What the trail costs an act and a page: the same with its entry and without, on durable PostgreSQL. */
final class AuditedBench {
    private static final int[] CLIENTS = {1, 8, 32};
    private static final double ONE_CLIENT_GOAL = 0.5;
    private static final double MANY_CLIENTS_GOAL = 0.75;
    private static final double PAGE_GOAL = 1.0;
    private static final String DURABLE =
            "the embedded PostgreSQL 18 as the product runs it: fsync, synchronous_commit and full_page_writes on";

    private AuditedBench() {}

    static List<Row> measure(boolean quick, Consumer<String> progress) {
        Duration each = quick ? Duration.ofSeconds(1) : Duration.ofSeconds(4);
        int rounds = quick ? 3 : 7;
        var rows = new ArrayList<Row>();
        try (var world = new AuditedWorld()) {
            progress.accept("Warming up acts");
            throughput(world, true, 8, each.multipliedBy(2));
            throughput(world, false, 8, each.multipliedBy(2));
            for (int clients : CLIENTS) {
                progress.accept("log.audited.c" + clients);
                rows.add(actsRow(world, clients, rounds, each));
            }
            progress.accept("log.page");
            rows.add(pageRow(world, rounds, quick ? 200 : 1000));
        }
        return rows;
    }

    private static Row actsRow(AuditedWorld world, int clients, int rounds, Duration each) {
        var measured = Rounds.alternating(
                rounds, () -> throughput(world, true, clients, each), () -> throughput(world, false, clients, each));
        Row row = Row.of(
                new Row.Measure(
                        "log.audited.c" + clients, "acts (a subject entered), " + clients + " clients", "acts/s"),
                new Row.Peer(
                        "the same transaction without its record",
                        DURABLE + "; the same service, decision and policies in the same process; " + rounds
                                + " rounds of " + each.toSeconds() + " s"),
                measured,
                "ours also writes audit.entry and audit.body, and the sequencer integrates and signs them meanwhile");
        double goal = clients == 1 ? ONE_CLIENT_GOAL : MANY_CLIENTS_GOAL;
        return clients == 8 ? row : LogBench.judged(row, null, ">= " + goal + " of the peer", row.ratio() >= goal);
    }

    private static Row pageRow(AuditedWorld world, int rounds, int pages) {
        var added = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int round = -1; round < rounds; round++) {
            double[][] times = pages(world, pages);
            if (round >= 0) {
                added.add(times[0][pages / 2] - times[1][pages / 2]);
                without.add(times[1][pages / 2]);
            }
        }
        Row row = Row.of(
                new Row.Measure("log.page", "added to a page by its entry on the trail, one client", "ms"),
                new Row.Peer(
                        "the same reading of a case without an entry",
                        DURABLE + "; " + rounds + " rounds of " + pages
                                + " pages each way, in turn, after one to warm up"),
                new Rounds(added, without),
                String.format(
                        Locale.ROOT,
                        "medians; the entry is committed to disk before the first byte; a bare commit of one row there"
                                + " takes %.2f ms",
                        world.bareCommit(pages)));
        return LogBench.judged(row, null, "<= " + PAGE_GOAL + " ms", row.plumbline() <= PAGE_GOAL);
    }

    /** Milliseconds of pages with an entry and without, each in order of length. */
    private static double[][] pages(AuditedWorld world, int pages) {
        var times = new double[2][pages];
        for (int i = 0; i < 2 * pages; i++) {
            boolean recorded = i % 2 == 0;
            long from = System.nanoTime();
            world.page(recorded);
            times[i % 2][i / 2] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        return times;
    }

    /** Acts a second by so many clients at once. */
    private static double throughput(AuditedWorld world, boolean recorded, int clients, Duration length) {
        world.records(recorded);
        var done = new LongAdder();
        var failure = new AtomicReference<RuntimeException>();
        var start = new CountDownLatch(1);
        long until = System.nanoTime() + length.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                    while (System.nanoTime() < until && failure.get() == null) {
                        world.act();
                        done.increment();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            }));
        }
        long from = System.nanoTime();
        start.countDown();
        threads.forEach(AuditedBench::join);
        Optional.ofNullable(failure.get()).ifPresent(e -> {
            throw e;
        });
        return done.sum() / ((System.nanoTime() - from) / 1e9);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while clients were at work", e);
        }
    }
}
