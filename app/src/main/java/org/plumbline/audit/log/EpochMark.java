package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Refused;

/** Asks the log in a data folder to begin a new epoch at its next start, and says why. */
public final class EpochMark {
    private final Path file;

    private EpochMark(Path file) {
        this.file = file;
    }

    static EpochMark of(TrailFolder folder) {
        return new EpochMark(folder.epochMark());
    }

    /**
     * Leaves the mark in a data folder that nothing runs over.
     *
     * @param facts why, such as {@code reason} and {@code backup-taken}
     */
    public static void leave(Path data, Map<String, String> facts) throws IOException {
        Path file = new TrailFolder(data).epochMark();
        Files.createDirectories(file.getParent());
        try {
            Files.writeString(file, EpochFacts.of(facts).text(), StandardCharsets.UTF_8);
        } catch (Refused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    Optional<EpochFacts> read() throws IOException, Refused {
        return Files.exists(file) ? Optional.of(EpochFacts.read(Files.readString(file))) : Optional.empty();
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
