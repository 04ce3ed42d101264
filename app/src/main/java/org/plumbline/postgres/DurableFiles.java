package org.plumbline.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that are there in full or not at all, also after a power cut: written aside, forced to disk, then renamed. */
final class DurableFiles {
    private DurableFiles() {}

    /** Writes a file that only its owner may read. */
    static void writeSecret(Path file, String content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(aside, content.getBytes(StandardCharsets.US_ASCII));
        force(aside);
        moveIntoPlace(aside, file);
    }

    static void moveIntoPlace(Path aside, Path place) throws IOException {
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        force(place.resolveSibling(""));
    }

    /** Forces a file's or folder's content to disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void forceAll(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            if (!Files.isSymbolicLink(path)) {
                force(path);
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : deepestFirst(folder)) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
