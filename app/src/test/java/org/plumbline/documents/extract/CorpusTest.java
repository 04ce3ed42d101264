package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of the shared corpus ends in one outcome, and what the manifest says of it is so. */
final class CorpusTest {
    private static final String TABLE = "corpus-disagreements.txt";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path scratch;

    @Test
    void everyFileAgreesWithTheManifestExceptThoseListedWithAReason() throws Exception {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        List<Truth> truths = Truth.read(corpus.get().resolve("manifest.csv"));

        Map<String, List<String>> disagreements = disagreements(corpus.get(), truths);

        Map<String, String> listed = KnownDisagreements.read(ReadingTools.outside(ExtractorSettings.standard(scratch)));
        assertEquals(497, truths.size());
        assertEquals(
                String.join("\n", new TreeSet<>(listed.keySet())),
                String.join("\n", disagreements.keySet()),
                () -> "What the manifest says and what was read differ:\n" + lines(disagreements));
    }

    private Map<String, List<String>> disagreements(Path corpus, List<Truth> truths) throws Exception {
        Limits limits = Limits.standard().withTime(Duration.ofMinutes(4)).withChildBytes(300L << 20);
        Map<String, List<String>> found = new TreeMap<>();
        long began = System.nanoTime();
        int items = 0;
        try (Extractor extractor =
                        Extractor.open(ExtractorSettings.standard(scratch).withOcrDpi(150));
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Read>> reading = readers.invokeAll(
                    truths.stream().map(t -> one(extractor, limits, corpus, t)).toList());
            for (Future<Read> each : reading) {
                Read read = result(each);
                items += read.items();
                if (!read.disagreements().isEmpty()) {
                    found.put(read.path(), read.disagreements());
                }
            }
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        String figures = truths.size() + " files, " + items + " items with children, " + seconds + " s\n";
        Files.writeString(Path.of("target", TABLE), figures + lines(found));
        return found;
    }

    private record Read(String path, int items, List<String> disagreements) {}

    private static Callable<Read> one(Extractor extractor, Limits limits, Path corpus, Truth truth) {
        return () -> {
            Path file = corpus.resolve(truth.path());
            TinyLedger ledger = new TinyLedger(extractor, limits);
            List<TinyLedger.Item> items = ledger.take(file, String.valueOf(file.getFileName()));
            return new Read(truth.path(), ledger.items(), new ArrayList<>(Disagreements.of(truth, items)));
        };
    }

    private static Read result(Future<Read> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new AssertionError("The caller of the extractor was harmed by a file", e);
        }
    }

    private static String lines(Map<String, List<String>> disagreements) {
        StringBuilder lines = new StringBuilder();
        disagreements.forEach(
                (path, found) -> lines.append(path).append(": ").append(found).append('\n'));
        return lines.toString();
    }

    static Optional<Path> corpus() throws IOException {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared/data/documents");
            if (Files.isRegularFile(candidate.resolve("manifest.csv"))) {
                return Optional.of(candidate.toRealPath());
            }
        }
        return Optional.empty();
    }
}
