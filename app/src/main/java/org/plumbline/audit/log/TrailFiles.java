package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The trail's files, as a copy of the data folder needs them. */
public final class TrailFiles {
    private TrailFiles() {}

    /**
     * The log's files in the order in which they are copied while the log grows: what refers before what is referred to.
     * What was witnessed of other logs is left out: a witness that went back would sign two pasts.
     */
    public static List<Path> inOrder(Path data) throws IOException {
        var folder = new TrailFolder(data);
        var files = new ArrayList<Path>();
        if (Files.exists(folder.checkpoint())) {
            files.add(folder.checkpoint());
        }
        for (Path each : List.of(folder.heads(), folder.log())) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> inside = Files.walk(each)) {
                    inside.filter(Files::isRegularFile)
                            .filter(file -> !file.equals(folder.checkpoint()))
                            // The size of the tree first: tiles that come later only go beyond it.
                            .sorted((a, b) -> Boolean.compare(isTile(folder, a), isTile(folder, b)))
                            .forEach(files::add);
                }
            }
        }
        return List.copyOf(files);
    }

    /** The checkpoint that readers are shown; absent before the first. */
    public static Optional<String> checkpoint(Path data) throws IOException {
        Path shown = new TrailFolder(data).checkpoint();
        return Files.exists(shown) ? Optional.of(Files.readString(shown)) : Optional.empty();
    }

    private static boolean isTile(TrailFolder folder, Path file) {
        return file.startsWith(folder.log().resolve("tile"));
    }
}
