package org.plumbline.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The project's own files, for tests that hold all of them to a rule. */
public final class ProjectFiles {
    /** The project's folder; tests run in a module's. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What builds, runs and editors leave behind; .git is a file in a linked checkout. */
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "plumbline-data");

    private ProjectFiles() {}

    /** Every file that is or would be committed, sorted by path. */
    public static List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isOurs(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }

    private static boolean isOurs(Path path) {
        return !NOT_OURS.contains(path.getFileName().toString());
    }
}
