package org.plumbline.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.bench.Benchmark;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;
import org.plumbline.bench.web.Served;

/**
 * {@code bench ingest}: one large file over tus into a server in another process, beside dd with fsync, and reading
 * files behind the walls, beside Tika in process.
 */
public final class IngestBench implements Benchmark {
    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Row> measure(boolean quick, Consumer<String> progress) {
        int megabytes = quick ? 256 : 1024;
        int rounds = quick ? 3 : 5;
        var rows = new ArrayList<Row>();
        progress.accept("upload.encrypted");
        rows.add(row("upload.encrypted", "sealed", "seals", List.of(), megabytes, rounds)
                .atLeast(0.7));
        progress.accept("upload.plain");
        rows.add(row(
                        "upload.plain",
                        "with sealing off",
                        "copies",
                        List.of("-Dplumbline.bench.unsealed=true"),
                        megabytes,
                        rounds)
                .atLeast(0.85));
        progress.accept("ingest.sandboxed");
        rows.add(new SandboxedReading(quick).measure(progress));
        return rows;
    }

    private static Row row(String id, String how, String does, List<String> options, int megabytes, int rounds) {
        try (var server = new Served(options)) {
            TusUpload upload = TusUpload.into(server.port(), server.awaitToken());
            Path beside = server.data().resolveSibling("dd");
            for (int warm = 0; warm < 2; warm++) {
                send(upload, megabytes / 2);
                dd(beside, megabytes / 2);
            }
            Rounds both = Rounds.alternating(rounds, () -> send(upload, megabytes), () -> dd(beside, megabytes));
            return Row.of(
                    new Row.Measure(id, "a file of " + megabytes + " MiB over tus, " + how, "MB/s"),
                    new Row.Peer(
                            "dd with fsync",
                            "dd if=/dev/zero bs=1M count=" + megabytes + " conv=fsync on the disk of the data folder;"
                                    + " server " + server.settings() + "; warm-up two files of half the size; "
                                    + rounds + " rounds"),
                    both,
                    "one PATCH from the bench's process; the server digests (SHA-256), " + does
                            + ", flushes, reads back, and commits exhibit, line of the ledger and entry on the trail before"
                            + " it answers; dd writes zeros and does none of this");
        }
    }

    private static double send(TusUpload upload, int megabytes) {
        long began = System.nanoTime();
        upload.send(megabytes);
        return perSecond(megabytes, began);
    }

    private static double dd(Path file, int megabytes) {
        long began = System.nanoTime();
        try {
            int exit = new ProcessBuilder(
                            "dd", "if=/dev/zero", "of=" + file, "bs=1M", "count=" + megabytes, "conv=fsync")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            double rate = perSecond(megabytes, began);
            Files.deleteIfExists(file);
            if (exit != 0) {
                throw new IllegalStateException("dd ended with exit code " + exit);
            }
            return rate;
        } catch (IOException e) {
            throw new UncheckedIOException("dd can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static double perSecond(int megabytes, long began) {
        return megabytes * (1 << 20) / 1e6 / ((System.nanoTime() - began) / 1e9);
    }
}
