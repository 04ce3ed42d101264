package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the server acknowledged, kept in a file so that a campaign can be taken up again. For several threads. */
final class Receipts {
    private final Path file;
    private final Map<Integer, Receipt> files = new ConcurrentHashMap<>();
    private final Map<Integer, String> batches = new ConcurrentHashMap<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile Optional<String> caseId = Optional.empty();

    /** An acknowledged file: its line of the ledger and its exhibit. */
    record Receipt(String item, String exhibit) {}

    private Receipts(Path file) {
        this.file = file;
    }

    /** Opens the receipts of a folder; those of an earlier run count. */
    static Receipts in(Path folder) {
        var receipts = new Receipts(folder.resolve("receipts.txt"));
        try {
            if (Files.exists(receipts.file)) {
                Files.readAllLines(receipts.file).forEach(receipts::remember);
            }
            return receipts;
        } catch (IOException e) {
            throw new UncheckedIOException("The receipts can't be read", e);
        }
    }

    Optional<String> caseId() {
        return caseId;
    }

    void opened(String id) {
        write("case " + id);
    }

    /** The ingestion of a batch, begun in this run or an earlier one. */
    Optional<String> ingestion(int batch) {
        return Optional.ofNullable(batches.get(batch));
    }

    void begun(int batch, String ingestion) {
        write("batch " + batch + " " + ingestion);
    }

    Optional<Receipt> of(int number) {
        return Optional.ofNullable(files.get(number));
    }

    void received(int number, Receipt receipt) {
        write("file " + number + " " + receipt.item() + " " + receipt.exhibit());
    }

    int received() {
        return files.size();
    }

    int cuts() {
        return cuts.get();
    }

    void cut(String kind) {
        write("cut " + kind);
    }

    Map<Integer, String> ingestions() {
        return Map.copyOf(batches);
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("A receipt can't be kept", e);
        }
        remember(line);
    }

    private void remember(String line) {
        List<String> words = List.of(line.split(" "));
        switch (words.getFirst()) {
            case "case" -> caseId = Optional.of(words.get(1));
            case "batch" -> batches.put(Integer.parseInt(words.get(1)), words.get(2));
            case "file" -> files.put(Integer.parseInt(words.get(1)), new Receipt(words.get(2), words.get(3)));
            case "cut" -> cuts.incrementAndGet();
            default -> throw new IllegalStateException("Not a receipt: " + line);
        }
    }
}
