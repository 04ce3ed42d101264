package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.acceptance.Installation;
import tools.jackson.databind.JsonNode;

/** Holds what the server has beside what was sent and acknowledged. */
final class StockTaking {
    private static final String DUPLICATE = "duplicate";

    private final List<Expected> files;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Installation installation;
    private final List<String> failures = new ArrayList<>();
    private final List<Ledger.Line> lines = new ArrayList<>();
    private final Map<String, Long> states = new TreeMap<>();
    private int rehashed;
    private int entries;
    private int vaultFiles;

    StockTaking(List<Expected> files, Receipts receipts, Ledger ledger, Installation installation) {
        this.files = files;
        this.receipts = receipts;
        this.ledger = ledger;
        this.installation = installation;
    }

    /** Everything that does not hold; empty when all does. */
    List<String> take() {
        receipts.ingestions().forEach((batch, ingestion) -> batch(batch, ingestion));
        lines.forEach(line -> states.merge(line.state(), 1L, Long::sum));
        duplicates();
        exhibits();
        trail();
        vault();
        return List.copyOf(failures);
    }

    Map<String, Object> counts() {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("ledger_lines", lines.size());
        counts.put("states", states);
        counts.put("exhibits_rehashed", rehashed);
        counts.put("vault_objects", vaultFiles);
        counts.put("trail_entries_read", entries);
        return counts;
    }

    /** A batch holds its files once, each in one final state, with what is in it once. */
    private void batch(int batch, String ingestion) {
        List<Ledger.Line> found = ledger.lines(ingestion);
        lines.addAll(found);
        sums(ingestion, found);
        int first = batch * Sender.BATCH;
        int end = Math.min(files.size(), first + Sender.BATCH);
        long received = found.stream().filter(line -> line.parent().isEmpty()).count();
        check(received == end - first, () -> "Batch %d holds %d files of %d".formatted(batch, received, end - first));
        var byId = found.stream().collect(Collectors.toMap(Ledger.Line::id, line -> line, (a, b) -> {
            failures.add("Line " + a.id() + " is in the ledger twice");
            return a;
        }));
        for (int number = first; number < end; number++) {
            Expected file = files.get(number);
            Optional<Receipts.Receipt> receipt = receipts.of(number);
            Optional<Ledger.Line> line =
                    receipt.map(Receipts.Receipt::item).flatMap(id -> Optional.ofNullable(byId.get(id)));
            check(line.isPresent(), () -> "%s was acknowledged and is not in the ledger".formatted(file.path()));
            line.ifPresent(l -> compare(file, l, found));
        }
    }

    private void sums(String ingestion, List<Ledger.Line> found) {
        JsonNode said = ledger.summary(ingestion);
        long added = said.required("states")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
        check(
                added == found.size(),
                () -> "Ingestion %s adds up to %d and has %d lines".formatted(ingestion, added, found.size()));
        check(
                said.required("total").asLong() == found.size(),
                () -> "Ingestion %s says %s in all and has %d lines"
                        .formatted(ingestion, said.required("total"), found.size()));
    }

    private void compare(Expected file, Ledger.Line line, List<Ledger.Line> all) {
        check(!line.isOpen(), () -> "%s has no final state but %s".formatted(line.path(), line.state()));
        boolean duplicate = line.state().equals(DUPLICATE);
        check(
                duplicate || file.states().contains(line.state()),
                () -> "%s is %s and should be one of %s".formatted(line.path(), line.state(), file.states()));
        if (!file.isEmpty()) {
            check(
                    line.sha256().equals(Optional.of(file.sha256())),
                    () -> "%s has the SHA-256 %s and was sent with %s"
                            .formatted(line.path(), line.sha256().orElse("none"), file.sha256()));
        }
        List<Ledger.Line> parts = all.stream()
                .filter(l -> l.parent().equals(Optional.of(line.id())))
                .toList();
        // What is in a duplicate was counted with the one that came first.
        List<Expected> expected = duplicate ? List.of() : file.parts();
        check(
                names(parts.stream().map(Ledger.Line::name))
                        .equals(names(expected.stream().map(Expected::name))),
                () -> "%s (%s) contains %s and should contain %s"
                        .formatted(
                                line.path(),
                                line.state(),
                                names(parts.stream().map(Ledger.Line::name)),
                                names(expected.stream().map(Expected::name))));
        expected.forEach(part -> parts.stream()
                .filter(l -> l.name().equals(part.name()))
                .findFirst()
                .ifPresent(l -> compare(part, l, all)));
    }

    private static List<String> names(Stream<String> names) {
        return names.sorted().toList();
    }

    /** Of all lines with the same bytes exactly one is not a duplicate. */
    private void duplicates() {
        var firsts = new HashMap<String, Integer>();
        lines.stream()
                .filter(line -> line.sha256().isPresent() && !line.state().equals("empty"))
                .forEach(line -> firsts.merge(
                        line.sha256().orElseThrow(), line.state().equals(DUPLICATE) ? 0 : 1, Integer::sum));
        firsts.forEach((digest, count) ->
                check(count == 1, () -> "%d lines count as the first with the bytes %s".formatted(count, digest)));
    }

    /** Every acknowledged file is an exhibit once, and every exhibit's bytes are those that were sent. */
    private void exhibits() {
        Map<String, Ledger.Listed> listed =
                ledger.exhibits().stream().collect(Collectors.toMap(Ledger.Listed::id, exhibit -> exhibit));
        check(listed.size() == files.size(), () -> "%d exhibits of %d files".formatted(listed.size(), files.size()));
        var acknowledged = new HashSet<String>();
        for (int number = 0; number < files.size(); number++) {
            Expected file = files.get(number);
            String id = receipts.of(number).orElseThrow().exhibit();
            check(acknowledged.add(id), () -> "%s shares exhibit %s with another file".formatted(file.path(), id));
            check(
                    listed.containsKey(id),
                    () -> "%s was acknowledged as exhibit %s, which is not there".formatted(file.path(), id));
            if (listed.containsKey(id)) {
                exhibit(file, Objects.requireNonNull(listed.get(id)));
            }
        }
    }

    private void exhibit(Expected file, Ledger.Listed exhibit) {
        check(
                exhibit.path().equals(file.path()),
                () -> "Exhibit %s is %s, not %s".formatted(exhibit.id(), exhibit.path(), file.path()));
        check(exhibit.sha256().equals(file.sha256()), () -> "%s is listed with another SHA-256".formatted(file.path()));
        try {
            check(
                    ledger.digest(exhibit.id()).equals(file.sha256()),
                    () -> "The bytes of %s are not those sent".formatted(file.path()));
            rehashed++;
        } catch (IllegalStateException | UncheckedIOException e) {
            failures.add(file.path() + " has no bytes: " + e.getMessage());
        }
    }

    /** Every acknowledged file has its entry on the trail, for its line and for its exhibit. */
    private void trail() {
        var recorded = new HashSet<String>();
        for (JsonNode entry : ledger.trail()) {
            entries++;
            if (entry.required("kind").asString().equals("act")) {
                entry.path("records")
                        .forEach(record -> recorded.add(record.required("id").asString()));
            }
        }
        for (int number = 0; number < files.size(); number++) {
            Receipts.Receipt receipt = receipts.of(number).orElseThrow();
            String path = files.get(number).path();
            check(recorded.contains(receipt.item()), () -> "No act on the trail for the line of %s".formatted(path));
            check(
                    recorded.contains(receipt.exhibit()),
                    () -> "No act on the trail for exhibit %s".formatted(receipt.exhibit()));
        }
    }

    /**
     * As many objects as there are different contents, each sealed, and nothing half received is left; fsck opens them.
     */
    private void vault() {
        Path vault = installation.data().resolve("vault");
        Set<String> wanted = files.stream()
                .flatMap(Expected::all)
                .filter(file -> !file.isEmpty())
                .map(Expected::sha256)
                .collect(Collectors.toSet());
        try (Stream<Path> all = Files.walk(vault)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.equals(vault.resolve("sealed"))) {
                    continue;
                }
                vaultFiles++;
                check(isSealed(file), () -> "Left in the vault: %s".formatted(vault.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vault can't be read", e);
        }
        check(
                vaultFiles >= wanted.size(),
                () -> "Of %d contents the vault has %d".formatted(wanted.size(), vaultFiles));
    }

    private static boolean isSealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.getFileName().toString().matches("[0-9a-f]{64}")
                    && new String(in.readNBytes(8), StandardCharsets.US_ASCII).equals("plumbvlt");
        }
    }

    private void check(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            failures.add(otherwise.get());
        }
    }
}
