package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Under which id a worker runs.
 *
 * @param changes whether that is another than ours, since ours is root's
 */
record WorkerId(boolean changes) {
    /** No account has it, neither on Debian nor by systemd's ranges, so no file and no process is this id's. */
    static final int NUMBER = 65_533;

    private static final int ROOT = 0;

    static WorkerId here() throws IOException {
        return new WorkerId((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == ROOT);
    }

    /** Lets the worker read what lies there, and change it where it is not shown to it as read-only. */
    void give(Path path) throws IOException {
        if (changes) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each : all.toList()) {
                    Files.setAttribute(each, "unix:uid", NUMBER);
                    Files.setAttribute(each, "unix:gid", NUMBER);
                }
            }
        }
    }
}
