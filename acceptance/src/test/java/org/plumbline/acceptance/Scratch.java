package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of runs under this module's {@code target}. */
public final class Scratch {
    private Scratch() {}

    /** A new folder that no other run uses. */
    public static Path folder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "installations"));
            Path folder = Files.createTempDirectory(parent, name + "-");
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("No scratch folder", e);
        }
    }

    /** Deletes a folder and everything in it, without following links. */
    public static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A scratch folder could not be deleted", e);
        }
    }
}
