package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The server's processes over one data directory. A process is ours when its program is {@code postgres} and its
 * working directory is that directory: the number in {@code postmaster.pid} alone proves nothing, since numbers are
 * used again.
 *
 * @param data the data directory, as a real path
 */
record ServerProcesses(Path data) {
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final long INTERVAL_NANOS = 5_000_000;

    private enum Owner {
        OURS,
        OTHER,
        UNKNOWN,
        NONE
    }

    /**
     * Stops whatever an earlier run left behind, and clears a {@code postmaster.pid} that names somebody else's
     * process.
     */
    void clearTheWay() {
        OptionalLong named = namedInPidFile();
        if (named.isPresent() && ownerOf(named.getAsLong()) == Owner.OURS) {
            stop(named.getAsLong());
        }
        endOrphanedBackends();
        if (named.isPresent() && ownerOf(named.getAsLong()) == Owner.OTHER) {
            // PostgreSQL itself would refuse to start while any process has this number.
            deletePidFile();
        }
    }

    /**
     * Ends a postmaster: fast shutdown, then immediate, then by force. Returns once no process of the server is left.
     */
    void stop(long postmaster) {
        ShellCommand.signal("INT", postmaster);
        if (!await(FAST, () -> ownerOf(postmaster) != Owner.OURS)) {
            ShellCommand.signal("QUIT", postmaster);
            if (!await(IMMEDIATE, () -> ownerOf(postmaster) != Owner.OURS)) {
                ShellCommand.signal("KILL", postmaster);
            }
        }
        endOrphanedBackends();
    }

    /** True when the postmaster of this number says that it takes connections. */
    boolean ready(long postmaster) {
        List<String> lines = pidFile();
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(postmaster))
                && lines.get(7).strip().equals("ready");
    }

    /** Where the server over this directory takes connections; absent while none does. */
    OptionalInt port() {
        OptionalLong named = namedInPidFile();
        if (named.isEmpty() || ownerOf(named.getAsLong()) != Owner.OURS || !ready(named.getAsLong())) {
            return OptionalInt.empty();
        }
        // Its fourth line (PostgreSQL's pidfile.h, LOCK_FILE_LINE_PORT).
        return OptionalInt.of(Integer.parseInt(pidFile().get(3).strip()));
    }

    /** Waits for a condition, asking often; false when the deadline passed first. */
    static boolean await(Duration deadline, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > deadline.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
        return true;
    }

    /** Every process of the server over this directory. */
    List<Long> running() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ownerOf(pid) == Owner.OURS)
                .toList();
    }

    /** Backends of a killed postmaster end by themselves, but a new server must not start before the last one has. */
    private void endOrphanedBackends() {
        if (await(Duration.ofSeconds(2), () -> running().isEmpty())) {
            return;
        }
        running().forEach(pid -> ShellCommand.signal("KILL", pid));
        if (!await(IMMEDIATE, () -> running().isEmpty())) {
            throw new PostgresFailure("Processes " + running() + " of an earlier PostgreSQL still use " + data
                    + " and cannot be ended: end them, then start again");
        }
    }

    private OptionalLong namedInPidFile() {
        List<String> lines = pidFile();
        return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lines.getFirst().strip()));
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(pidPath());
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (IOException cause) {
            throw new UncheckedIOException(pidPath() + " cannot be read", cause);
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidPath());
        } catch (IOException cause) {
            throw new UncheckedIOException(pidPath() + " cannot be deleted", cause);
        }
    }

    private Path pidPath() {
        return data.resolve("postmaster.pid");
    }

    private Owner ownerOf(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            String program =
                    Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            // The kernel appends " (deleted)" when the program's file is gone.
            boolean postgres = program.equals("postgres") || program.equals("postgres (deleted)");
            return postgres && Files.readSymbolicLink(process.resolve("cwd")).equals(data) ? Owner.OURS : Owner.OTHER;
        } catch (AccessDeniedException hidden) {
            return Owner.UNKNOWN;
        } catch (IOException gone) {
            // A process that has ended but is not yet collected has no program any more, nor has a kernel thread.
            return Files.exists(process) ? Owner.OTHER : Owner.NONE;
        }
    }
}
