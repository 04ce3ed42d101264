package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.keys.KeyFolder;

/** The trail's files, as a copy of the data folder needs them. */
public final class TrailFiles {
    private TrailFiles() {}

    /**
     * What says how large the log is: copied before {@link #tiles} are even listed, since these only go beyond it. What
     * was witnessed of other logs is left out: a witness that went back would sign two pasts.
     */
    public static List<Path> sizes(Path data) throws IOException {
        var folder = new TrailFolder(data);
        var files = new ArrayList<Path>();
        if (Files.exists(folder.checkpoint())) {
            files.add(folder.checkpoint());
        }
        files.addAll(below(folder.heads()));
        below(folder.log()).stream()
                .filter(file -> !isTile(folder, file) && !file.equals(folder.checkpoint()))
                .forEach(files::add);
        return List.copyOf(files);
    }

    /** The tiles that are there now. */
    public static List<Path> tiles(Path data) throws IOException {
        var folder = new TrailFolder(data);
        return below(folder.log()).stream().filter(file -> isTile(folder, file)).toList();
    }

    /** The checkpoint that readers are shown; absent before the first. */
    public static Optional<String> checkpoint(Path data) throws IOException {
        Path shown = new TrailFolder(data).checkpoint();
        return Files.exists(shown) ? Optional.of(Files.readString(shown)) : Optional.empty();
    }

    /** Seals the keys that sign under the master key, where they still lie open, as they did before there was one. */
    public static void takeInKeys(KeyFolder keys) {
        LogKey.takeIn(keys);
    }

    private static boolean isTile(TrailFolder folder, Path file) {
        return file.startsWith(folder.log().resolve("tile"))
                || file.startsWith(folder.log().resolve("pack"));
    }

    /** Files that are whole: what is being written has another name, and may be gone the next moment. */
    private static List<Path> below(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return files;
    }
}
