package org.plumbline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a data folder says of its master key: the fingerprint, and where its file was last. */
final class KeyMark {
    private final Path file;

    private KeyMark(Path file) {
        this.file = file;
    }

    /** @param file absent where a command printed the key */
    record Said(String fingerprint, Optional<Path> file) {}

    static KeyMark of(Path data) {
        return new KeyMark(data.resolve("keys").resolve("master"));
    }

    Optional<Said> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Said(
                    lines.getFirst(),
                    lines.size() < 2 || lines.get(1).isBlank()
                            ? Optional.empty()
                            : Optional.of(Path.of(lines.get(1)))));
        } catch (IOException e) {
            throw new UncheckedIOException("The name of the master key in " + file + " can't be read", e);
        }
    }

    void write(MasterKey key, String place) {
        String text = key.fingerprint() + "\n" + place + "\n";
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                SecretFile.write(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The name of the master key can't be written to " + file, e);
        }
    }
}
