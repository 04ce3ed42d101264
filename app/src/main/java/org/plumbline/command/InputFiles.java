package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that paths on a command line name: files themselves, and everything below a folder. */
final class InputFiles {
    private InputFiles() {}

    /**
     * @param path where it lies on this machine
     * @param statedPath the path the ledger will show: the folder named and what is below it
     */
    record One(Path path, String statedPath) {}

    /** The files in a fixed order; links inside folders are not followed, and named on {@code notes}. */
    static List<One> of(List<Path> paths, PrintStream notes) throws IOException {
        List<One> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.notExists(path)) {
                throw new ServerRefused("There is no file or folder " + path + "; nothing was sent");
            }
            if (Files.isDirectory(path)) {
                below(path.toAbsolutePath().normalize(), notes, files);
            } else {
                files.add(new One(path, String.valueOf(path.getFileName())));
            }
        }
        if (files.isEmpty()) {
            throw new ServerRefused("There is no file in " + paths + "; nothing was sent");
        }
        return files;
    }

    private static void below(Path folder, PrintStream notes, List<One> files) throws IOException {
        String name = String.valueOf(folder.getFileName());
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted().toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(new One(
                            path,
                            name + "/" + folder.relativize(path).toString().replace('\\', '/')));
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    notes.println("not a file, not sent: " + path);
                }
            }
        }
    }
}
