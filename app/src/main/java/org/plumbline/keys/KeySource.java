package org.plumbline.keys;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the master key comes from.
 *
 * @param file where its file is; absent for where it was last, or else beside the data folder
 * @param command what prints it, such as the client of a key management service; goes before a file
 */
public record KeySource(Optional<Path> file, Optional<String> command) {
    /** Wherever it was last, or beside the data folder. */
    public static final KeySource USUAL = new KeySource(Optional.empty(), Optional.empty());

    /** @param file and command as settings hold them, empty for none */
    public static KeySource of(String file, String command) {
        return new KeySource(
                file.isBlank() ? Optional.empty() : Optional.of(Path.of(file)),
                command.isBlank() ? Optional.empty() : Optional.of(command));
    }
}
