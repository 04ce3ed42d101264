package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far a campaign came, kept after each batch so that it can be taken up again. */
final class Tally {
    private final Path file;
    private long done;
    private long foreign;
    private final List<String> failures = new ArrayList<>();

    /** What one sender did of a batch. */
    record Part(long foreign, List<String> failures) {
        Part {
            failures = List.copyOf(failures);
        }
    }

    private Tally(Path file) {
        this.file = file;
    }

    static Tally in(Path folder) {
        var tally = new Tally(folder.resolve("tally.txt"));
        try {
            if (Files.exists(tally.file)) {
                List<String> lines = Files.readAllLines(tally.file);
                tally.done = Long.parseLong(lines.get(0));
                tally.foreign = Long.parseLong(lines.get(1));
                tally.failures.addAll(lines.subList(2, lines.size()));
            }
            return tally;
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign's tally can't be read", e);
        }
    }

    long done() {
        return done;
    }

    long foreign() {
        return foreign;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void add(long to, List<Part> parts) {
        done = to;
        parts.forEach(part -> {
            foreign += part.foreign();
            part.failures().forEach(failure -> failures.add(failure.replaceAll("\\s+", " ")));
        });
        Path written = file.resolveSibling("tally.new");
        try {
            Files.write(
                    written,
                    Stream.concat(Stream.of("" + done, "" + foreign), failures.stream())
                            .toList());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign's tally can't be kept", e);
        }
    }
}
