package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A bag that lies in a folder. Links are refused: what they lead to is not in the bag. */
public final class FolderFiles implements BagFiles {
    /** Larger bags exist, and should be read in parts. */
    static final int MOST_FILES = 500_000;

    private static final int MOST_DEPTH = 64;

    private final Path folder;
    private final NavigableMap<String, Long> sizes;

    private FolderFiles(Path folder, NavigableMap<String, Long> sizes) {
        this.folder = folder;
        this.sizes = sizes;
    }

    /** Lists what is there. */
    public static FolderFiles of(Path folder) throws IOException, BagRefused {
        var walk = new Walk(folder);
        Files.walkFileTree(folder, walk);
        if (walk.stopped != null) {
            throw new BagRefused(walk.stopped);
        }
        return new FolderFiles(folder, Collections.unmodifiableNavigableMap(walk.sizes));
    }

    @Override
    public NavigableMap<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream open(String path) throws IOException, BagRefused {
        if (!sizes.containsKey(path)) {
            throw new BagRefused(BagFault.FILE_MISSING, path, 0, "is not there");
        }
        return Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final NavigableMap<String, Long> sizes = new TreeMap<>();
        private @org.jspecify.annotations.Nullable BagFinding stopped;

        Walk(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.getNameCount() - folder.getNameCount() > MOST_DEPTH
                    ? stop(BagFault.TOO_LARGE, name(directory), "at most " + MOST_DEPTH + " folders in each other")
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                return stop(BagFault.NOT_A_FILE, name(file), "is a link or a device, not a file");
            } else if (sizes.size() >= MOST_FILES) {
                return stop(BagFault.TOO_LARGE, name(file), "at most " + MOST_FILES + " files");
            }
            sizes.put(name(file), attributes.size());
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult stop(BagFault fault, String file, String detail) {
            stopped = new BagFinding(fault, file, 0, detail);
            return FileVisitResult.TERMINATE;
        }

        private String name(Path file) {
            return folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
