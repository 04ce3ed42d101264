package org.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A process that writes in a database.
 *
 * @param instance this run of it
 * @param host the machine's own name
 * @param process its number there
 * @param folder its data folder
 */
record Holder(UUID instance, String host, long process, String folder) {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    /** The process that asks. */
    static Holder thisProcess(UUID instance, Path data) {
        return new Holder(
                instance,
                hostName(),
                ProcessHandle.current().pid(),
                data.toAbsolutePath().normalize().toString());
    }

    private static String hostName() {
        try {
            return Files.readString(HOST).strip();
        } catch (IOException unknown) {
            return "this machine";
        }
    }
}
