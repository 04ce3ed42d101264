package org.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** When a data folder was backed up last, as the folder itself says. */
final class LastBackup {
    private static final String NAME = "backed-up";

    private LastBackup() {}

    static void keep(Path data, Instant taken) throws IOException {
        Path made = data.resolve(NAME + ".new");
        Files.writeString(made, taken + "\n");
        Files.move(made, data.resolve(NAME), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** Absent when never. */
    static Optional<Instant> of(Path data) throws IOException {
        Path file = data.resolve(NAME);
        return Files.exists(file)
                ? Optional.of(Instant.parse(Files.readString(file).strip()))
                : Optional.empty();
    }
}
