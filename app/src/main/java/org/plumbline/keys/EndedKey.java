package org.plumbline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key that is not used any more, as {@code keys/ended} in a data folder tells it.
 *
 * @param kind as {@link KeyKind#code}, or {@code master}
 * @param made when; absent where that is not known
 * @param publicPart what it is told apart by; the fingerprint of a master key
 * @param revokedSince from when on what it signed counts for nothing; absent where it was only changed
 * @param reason in words of who ended it
 */
public record EndedKey(
        String kind,
        Optional<Instant> made,
        Instant ended,
        String publicPart,
        Optional<Instant> revokedSince,
        String reason) {
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 6;

    /** All in a data folder, the oldest first. */
    static List<EndedKey> in(Path folder) {
        Path file = file(folder);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(EndedKey::read).toList()
                    : List.of();
        } catch (IOException cause) {
            throw new UncheckedIOException("The list of ended keys " + file + " can't be read", cause);
        }
    }

    void keep(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file(folder),
                    line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException cause) {
            throw new UncheckedIOException("The list of ended keys " + file(folder) + " can't be written", cause);
        }
    }

    private String line() {
        return String.join(
                SEPARATOR,
                kind,
                made.map(Instant::toString).orElse(""),
                ended.toString(),
                publicPart,
                revokedSince.map(Instant::toString).orElse(""),
                reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
    }

    private static EndedKey read(String line) {
        String[] fields = line.split(SEPARATOR, FIELDS);
        if (fields.length != FIELDS) {
            throw new KeyRefused("A line of the list of ended keys is damaged");
        }
        return new EndedKey(
                fields[0], instant(fields[1]), Instant.parse(fields[2]), fields[3], instant(fields[4]), fields[5]);
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Path file(Path folder) {
        return folder.resolve("ended");
    }
}
