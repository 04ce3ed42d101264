package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Debian below a folder. What runs in it sees its own processes and devices through mounts that end with it.
 *
 * @param folder its root
 */
record DebianRoot(Path folder) {
    private static final String MOUNTED =
            "mount -t proc proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec chroot \"$0\" \"$@\"";
    private static final List<String> NOT_KEPT = List.of("proc", "dev", "sys", "run", "tmp");

    /** Why there can be none on this machine; empty where there can. */
    static Optional<String> impossible() {
        if (!Ran.words("id", "-u").output().equals("0")) {
            return Optional.of("only root can make one");
        }
        if (!Ran.words("sh", "-c", "command -v debootstrap").well()) {
            return Optional.of("debootstrap is not installed");
        }
        if (!Ran.words("unshare", "--mount", "true").well()) {
            return Optional.of("this machine lets nothing be mounted");
        }
        return Optional.empty();
    }

    /** Runs a program in it as root. */
    Ran run(String... words) {
        return run(List.of(words), Map.of());
    }

    Ran run(List<String> words, Map<String, String> environment) {
        var path = new HashMap<>(environment);
        path.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        path.put("LC_ALL", "C.UTF-8");
        return Ran.words(inside(words), path);
    }

    /** The words that run these in it; the process is the program itself. */
    List<String> inside(List<String> words) {
        var all = new ArrayList<>(
                List.of("unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNTED, folder.toString()));
        all.addAll(words);
        return all;
    }

    Path at(String path) {
        return folder.resolve(path.substring(1));
    }

    /** Every path in it but those of its system's own changing. */
    Set<String> paths() {
        var paths = new TreeSet<String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    String path = folder.relativize(each).toString();
                    if (NOT_KEPT.contains(path)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    paths.add("/" + path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    paths.add("/" + folder.relativize(each));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }
}
