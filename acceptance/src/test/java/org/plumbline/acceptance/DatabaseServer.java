package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL that an installation started, found through the number it wrote into its own data folder. A number is
 * used again by the system, so it counts only while it is a postgres working in that folder.
 *
 * @param records the folder {@code records} of the installation's data
 */
public record DatabaseServer(Path records) {
    private static final Duration GONE = Duration.ofSeconds(20);
    private static final int DEPTH = 4;

    /** Ends it as a power cut would; false when none runs. */
    public boolean kill() {
        Optional<ProcessHandle> postmaster = running();
        postmaster.ifPresent(process -> {
            process.destroyForcibly();
            Deadline.require(GONE, "PostgreSQL " + process.pid() + " is gone", () -> !process.isAlive());
        });
        return postmaster.isPresent();
    }

    public Optional<ProcessHandle> running() {
        return numberFile()
                .flatMap(DatabaseServer::number)
                .flatMap(ProcessHandle::of)
                .filter(this::ours);
    }

    private boolean ours(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.exists(proc)
                    ? Files.readSymbolicLink(proc.resolve("cwd")).startsWith(records.toRealPath())
                    : process.info()
                            .command()
                            .filter(command -> command.endsWith("postgres"))
                            .isPresent();
        } catch (IOException gone) {
            return false;
        }
    }

    private Optional<Path> numberFile() {
        if (!Files.isDirectory(records)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(
                records, DEPTH, (path, is) -> path.getFileName().toString().equals("postmaster.pid"))) {
            return files.findFirst();
        } catch (IOException | UncheckedIOException e) {
            // A folder that a starting server is just renaming: no server to speak of yet.
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
