package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Installation;

/**
 * Random requests of everybody for everything. A leak is a canary word that the asker may not see, an answer about a
 * foreign record that differs from the one about none, or a foreign record that changed.
 */
public final class AccessCampaign implements Campaign {
    private static final int SENDERS = 8;
    private static final int BATCH = 500;
    private static final int MOST = 50;

    /** How much is done. */
    private record Plan(int organisations, long attempts) {
        static Plan of(Size size) {
            return switch (size) {
                case SMALL -> new Plan(2, 3_000);
                // Nearly all are about foreign records and so asked twice, of which there are then over a million.
                case FULL -> new Plan(4, 625_000);
            };
        }
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        Plan plan = Plan.of(size);
        try (var installation = Installation.demo(passable(folder))) {
            World world = World.of(folder, installation, plan.organisations());
            progress.accept(
                    world.actors().size() + " people ask for " + world.targets().size() + " sets of records");
            var attempts = new Attempts(world, Doors.all(), seed);
            Tally tally = Tally.in(folder);
            long start = System.nanoTime();
            long before = tally.done();
            ask(plan, attempts, new Judge(installation.address()), tally, progress);
            double seconds = (System.nanoTime() - start) / 1e9;
            var failures = new ArrayList<>(tally.failures());
            failures.addAll(unchanged(world, installation));
            return new Outcome(counts(world, tally, before, seconds), failures);
        }
    }

    private static void ask(Plan plan, Attempts attempts, Judge judge, Tally tally, Consumer<String> progress) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (tally.done() < plan.attempts() && tally.failures().size() < MOST) {
                long from = tally.done();
                long to = Math.min(from + BATCH, plan.attempts());
                List<Future<Tally.Part>> parts = IntStream.range(0, SENDERS)
                        .mapToObj(i -> threads.submit(() -> part(attempts, judge, from + i, to)))
                        .toList();
                tally.add(to, parts.stream().map(AccessCampaign::result).toList());
                if (to % (20 * BATCH) == 0) {
                    progress.accept(to + " of " + plan.attempts());
                }
            }
        }
    }

    private static Tally.Part part(Attempts attempts, Judge judge, long from, long to) throws IOException {
        var failures = new ArrayList<String>();
        long foreign = 0;
        for (long i = from; i < to; i += SENDERS) {
            Attempt attempt = attempts.of(i);
            foreign += attempt.isForeign() ? 1 : 0;
            for (String failure : judge.judge(attempt)) {
                failures.add(i + " " + failure);
            }
        }
        return new Tally.Part(foreign, failures);
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking ended: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> unchanged(World world, Installation installation) {
        var failures = new ArrayList<>(Guarded.strangers(installation.data()));
        Map<String, String> now = Guarded.digest(installation.data(), world.targets());
        world.digest().forEach((table, digest) -> {
            if (!digest.equals(now.get(table))) {
                failures.add("guarded rows of " + table + " changed: " + digest + ", now " + now.get(table));
            }
        });
        return failures;
    }

    private static Map<String, Object> counts(World world, Tally tally, long before, double seconds) {
        long sent = tally.done() + tally.foreign();
        var counts = new LinkedHashMap<String, Object>();
        counts.put("people", world.actors().size());
        counts.put("record_sets", world.targets().size());
        counts.put("attempts", tally.done());
        counts.put("attempts_on_foreign_records", tally.foreign());
        counts.put("requests", sent);
        counts.put("tables_compared", world.digest().size());
        counts.put("seconds_asking", Math.round(seconds));
        counts.put("attempts_per_second", Math.round((tally.done() - before) / Math.max(seconds, 0.001)));
        return counts;
    }

    /** Started by root, PostgreSQL runs as somebody else, who has to pass through here. */
    private static Path passable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the campaign", e);
        }
    }
}
