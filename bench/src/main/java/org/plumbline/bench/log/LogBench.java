package org.plumbline.bench.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.Benchmark;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.Proofs;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tile.Tile;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.TreeHasher;

/** {@code bench log}: integrating leaves beside hashing them, and making proofs beside reading a path out of memory. */
public final class LogBench implements Benchmark {
    private static final int BYTES = Hash.BYTES;
    private static final int BATCH = 200_000;
    private static final long MEMORY = 128L << 20;
    private static final double INTEGRATE_GOAL = 0.5;
    private static final double PROOF_GOAL = 100;

    /** Of the leaves, which are commitments and so look random. */
    private static final long SEED = 20310304;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<Row> measure(boolean quick, Consumer<String> progress) {
        int size = quick ? 200_000 : 1_000_000;
        int rounds = quick ? 2 : 5;
        var entries = new byte[size * BYTES];
        new Random(SEED).nextBytes(entries);
        try {
            progress.accept("Warming up with " + size + " leaves");
            var raw = new RawTree(entries);
            integrated(entries, raw);
            progress.accept("log.integrate");
            Row integrate = integrateRow(entries, raw, rounds);
            progress.accept("log.proof.p50");
            var rows = new ArrayList<>(List.of(integrate, proofRow(entries, raw, rounds, quick ? 5_000 : 20_000)));
            rows.addAll(AuditedBench.measure(quick, progress));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The log could not be written", e);
        } catch (Refused e) {
            throw new IllegalStateException("The log refused its own leaves: " + e.getMessage(), e);
        }
    }

    private static Row integrateRow(byte[] entries, RawTree raw, int rounds) {
        int size = entries.length / BYTES;
        var measured =
                Rounds.alternating(rounds, () -> size / integrated(entries, raw), () -> size / hashed(entries, raw));
        Row row = Row.of(
                new Row.Measure("log.integrate", "leaves integrated, from entries of 32 bytes", "leaves/s"),
                new Row.Peer(
                        "Merkle hashing alone",
                        String.format(
                                Locale.ROOT,
                                "JDK SHA-256, all cores as ours, in memory, %d entries of 32 bytes from seed %d; one warm-up run of"
                                        + " each; %d rounds",
                                size,
                                SEED,
                                rounds)),
                measured,
                "ours also writes every tile of 256 hashes, 32 of them to a file, synced, renamed and its folder synced,"
                        + " with " + BATCH + " entries waiting each time; the peer writes nothing; the limit writes the"
                        + " same files without hashing");
        double limit = size / written(entries);
        return judged(row, limit, ">= " + INTEGRATE_GOAL + " of the peer", row.ratio() >= INTEGRATE_GOAL);
    }

    private static Row proofRow(byte[] entries, RawTree raw, int rounds, int proofs) throws IOException, Refused {
        Path folder = Files.createTempDirectory("plumbline-bench-log");
        try {
            Log log = filled(folder, batches(entries));
            Proofs made = log.proofs(log.tree());
            var tails = new ArrayList<Double>();
            var random = new Random(SEED);
            int size = entries.length / BYTES;
            compare(made, raw, random, size);
            made(made, random, size, proofs);
            var measured = Rounds.alternating(
                    rounds,
                    () -> {
                        double[] times = made(made, random, size, proofs);
                        tails.add(times[times.length * 99 / 100]);
                        return times[times.length / 2];
                    },
                    () -> median(proofs, () -> raw.path(random.nextInt(size))));
            double p99 = tails.stream().sorted().toList().get(tails.size() / 2);
            Row row = Row.of(
                    new Row.Measure("log.proof.p50", "inclusion proof of a random leaf of " + size, "us"),
                    new Row.Peer(
                            "the path out of a whole tree in memory", rounds + " rounds of " + proofs + ", one thread"),
                    measured,
                    String.format(
                            Locale.ROOT,
                            "p99 %.1f us; made from tiles in a cache of %d MB and verified before it is handed out",
                            p99,
                            MEMORY >> 20));
            return judged(row, null, "<= " + PROOF_GOAL + " us", row.plumbline() <= PROOF_GOAL);
        } finally {
            delete(folder);
        }
    }

    /** Seconds of integrating everything into a new log; removing it is not counted. */
    private static double integrated(byte[] entries, RawTree raw) {
        try {
            Path folder = Files.createTempDirectory("plumbline-bench-log");
            try {
                var roots = new ArrayList<Hash>();
                List<List<byte[]>> waiting = batches(entries);
                double seconds =
                        seconds(() -> roots.add(filled(folder, waiting).tree().root()));
                if (!roots.equals(List.of(Hash.at(raw.root(), 0)))) {
                    throw new IllegalStateException("Another root than the peer's");
                }
                return seconds;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log could not be written", e);
        }
    }

    /** Seconds of writing as many bytes into as many files, each synced, without hashing: what the disk allows. */
    private static double written(byte[] entries) {
        int tile = TilePath.FULL * BYTES;
        try {
            Path folder = Files.createTempDirectory("plumbline-bench-log");
            try {
                var store = new FileTileStore(folder);
                return seconds(() -> {
                    for (int from = 0; from < entries.length; from += BATCH * BYTES) {
                        var tiles = new ArrayList<Tile>();
                        int end = Math.min(from + BATCH * BYTES, entries.length);
                        for (int at = from; at + tile <= end; at += tile) {
                            var path = new TilePath(0, at / tile, TilePath.FULL);
                            tiles.add(new Tile(path, Arrays.copyOfRange(entries, at, at + tile)));
                        }
                        store.write(tiles);
                    }
                });
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tiles could not be written", e);
        }
    }

    private static double hashed(byte[] entries, RawTree raw) {
        var roots = new ArrayList<byte[]>();
        double seconds = seconds(() -> roots.add(new RawTree(entries).root()));
        if (!Arrays.equals(roots.getFirst(), raw.root())) {
            throw new IllegalStateException("Another root from the same leaves");
        }
        return seconds;
    }

    private static Log filled(Path folder, List<List<byte[]>> batches) throws IOException, Refused {
        Log log = Log.open(new FileTileStore(folder), MEMORY);
        for (List<byte[]> batch : batches) {
            log.integrate(TreeHasher.leaves(batch));
        }
        return log;
    }

    /** The entries as they wait to be integrated. */
    private static List<List<byte[]>> batches(byte[] entries) {
        var batches = new ArrayList<List<byte[]>>();
        for (int from = 0; from < entries.length; from += BATCH * BYTES) {
            var batch = new ArrayList<byte[]>(BATCH);
            for (int at = from; at < Math.min(from + BATCH * BYTES, entries.length); at += BYTES) {
                batch.add(Arrays.copyOfRange(entries, at, at + BYTES));
            }
            batches.add(batch);
        }
        return batches;
    }

    private static void compare(Proofs made, RawTree raw, Random random, int size) throws IOException, Refused {
        for (int i = 0; i < 200; i++) {
            int index = random.nextInt(size);
            List<Hash> path =
                    raw.path(index).stream().map(node -> Hash.at(node, 0)).toList();
            if (!made.inclusion(index).path().equals(path) || !made.leaf(index).equals(Hash.at(raw.leaf(index), 0))) {
                throw new IllegalStateException("Another path than the peer's for leaf " + index);
            }
        }
    }

    private static double[] made(Proofs proofs, Random random, int size, int count) {
        return times(count, () -> proofs.inclusion(random.nextInt(size)));
    }

    private static double median(int count, Act act) {
        return times(count, act)[count / 2];
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Act {
        void run() throws IOException, Refused;
    }

    /** Microseconds each, in order of length. */
    private static double[] times(int count, Act act) {
        var times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = seconds(act) * 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double seconds(Act act) {
        long from = System.nanoTime();
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    static Row judged(Row row, @Nullable Double limit, String goal, boolean met) {
        return new Row(
                row.id(),
                row.measure(),
                row.unit(),
                row.plumbline(),
                row.peer(),
                row.peerConfig(),
                row.peerValue(),
                limit,
                row.ratio(),
                row.spread(),
                goal,
                met,
                row.note());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
