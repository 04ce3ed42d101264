package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an index: generations, each a Lucene index, and the file {@code current} that names the one in use.
 * Replacing that file is the moment of a swap.
 */
record Folder(Path path) {
    private static final String CURRENT = "current";
    private static final String PREFIX = "generation-";

    /** The generation in use; empty when {@code current} is missing or unreadable as a name. */
    Optional<Path> current() throws IOException {
        try {
            String name = Files.readString(path.resolve(CURRENT)).strip();
            return name.matches(PREFIX + "[0-9]{1,9}") ? Optional.of(path.resolve(name)) : Optional.empty();
        } catch (NoSuchFileException | java.nio.charset.MalformedInputException e) {
            return Optional.empty();
        }
    }

    List<Path> generations() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        }
    }

    /** A generation that doesn't exist yet. */
    Path next() throws IOException {
        long last = generations().stream()
                .map(file -> file.getFileName().toString().substring(PREFIX.length()))
                .filter(number -> number.matches("[0-9]{1,9}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        return path.resolve(PREFIX + (last + 1));
    }

    /** Puts a generation in use, durably and all at once. */
    void use(Path generation) throws IOException {
        Path draft = path.resolve(CURRENT + ".draft");
        byte[] name = generation.getFileName().toString().getBytes(StandardCharsets.UTF_8);
        Files.write(draft, name);
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, path.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(path, StandardOpenOption.READ);
    }

    /** Removes every generation but one. */
    void keepOnly(Path generation) throws IOException {
        for (Path other : generations()) {
            if (!other.equals(generation)) {
                remove(other);
            }
        }
    }

    static void remove(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("Removing an index that is no longer used", e);
                }
            });
        }
    }

    private static void force(Path file, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(file, mode)) {
            channel.force(true);
        }
    }
}
