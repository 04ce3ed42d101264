package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server acknowledged, kept in a file so that a campaign can be taken up again. For several threads. */
final class Receipts {
    private final Path file;
    private final Map<Integer, Receipt> files = new ConcurrentHashMap<>();
    private final Map<Integer, String> batches = new ConcurrentHashMap<>();
    private final Map<Integer, Act> acts = new ConcurrentHashMap<>();
    private final Map<String, Integer> cuts = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private volatile Optional<String> caseId = Optional.empty();
    private volatile String until = "";

    /** An acknowledged file: its line of the ledger and its exhibit. */
    record Receipt(String item, String exhibit) {}

    /** An acknowledged act and the record it made. */
    record Act(ActKind kind, String id) {}

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

    /** Until when its authority is given. */
    String until() {
        return until;
    }

    void opened(String id, String lastDay) {
        write("case " + id + " " + lastDay);
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

    Optional<Act> act(int number) {
        return Optional.ofNullable(acts.get(number));
    }

    void acted(int number, Act act) {
        write("act " + number + " " + act.kind() + " " + act.id());
    }

    /** Records that acknowledged acts of a kind have made. */
    Set<String> made(ActKind kind) {
        Stream<String> made = switch (kind) {
            case BATCH -> batches.values().stream();
            case FILE -> files.values().stream().map(Receipt::item);
            case EXHIBIT -> files.values().stream().map(Receipt::exhibit);
            case JOURNAL_ENTRY, TASK, SUBJECT ->
                acts.values().stream().filter(act -> act.kind() == kind).map(Act::id);
        };
        return made.collect(Collectors.toSet());
    }

    int cuts() {
        return sum(cuts);
    }

    void cut(String kind) {
        write("cut " + kind);
    }

    /** Whole processes ended, by what ended. */
    Map<String, Integer> cutsByKind() {
        return new TreeMap<>(cuts);
    }

    int faults() {
        return sum(faults);
    }

    void fault(String kind) {
        write("fault " + kind);
    }

    Map<String, Integer> faultsByKind() {
        return new TreeMap<>(faults);
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
            case "case" -> {
                until = words.get(2);
                caseId = Optional.of(words.get(1));
            }
            case "act" ->
                acts.put(Integer.parseInt(words.get(1)), new Act(ActKind.valueOf(words.get(2)), words.get(3)));
            case "batch" -> batches.put(Integer.parseInt(words.get(1)), words.get(2));
            case "file" -> files.put(Integer.parseInt(words.get(1)), new Receipt(words.get(2), words.get(3)));
            case "cut" -> cuts.merge(words.get(1), 1, Integer::sum);
            case "fault" -> faults.merge(words.get(1), 1, Integer::sum);
            default -> throw new IllegalStateException("Not a receipt: " + line);
        }
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
