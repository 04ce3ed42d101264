package org.plumbline.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The running server.
 *
 * @param process its first process
 * @param port where it listens on 127.0.0.1
 * @param processes the processes over its data
 */
record Postmaster(Process process, int port, ServerProcesses processes) {
    /** A crashed server first replays its log; that may take minutes after a busy hour. */
    private static final Duration READY = Duration.ofMinutes(10);

    private static final int PORT_ATTEMPTS = 3;

    /** More than a server at peace with itself writes in years. */
    private static final long LOG_LIMIT = 10_000_000;

    /**
     * Starts it and returns when it takes connections.
     *
     * @param fixed where it was before; on any free port where that is absent
     */
    static Postmaster start(
            Path folder,
            Cluster cluster,
            Binaries binaries,
            Unprivileged unprivileged,
            Settings settings,
            OptionalInt fixed) {
        ServerProcesses processes = new ServerProcesses(cluster.data());
        Path console = folder.resolve("start.log");
        dropOvergrownLogs(folder.resolve("log"));
        for (int attempt = 1; ; attempt++) {
            // Another program may take the port between our looking and the server's binding.
            int port = fixed.isPresent() ? fixed.getAsInt() : freePort();
            List<String> words = new ArrayList<>(List.of(
                    binaries.program("postgres"), "-D", cluster.data().toString(), "-p", Integer.toString(port)));
            words.addAll(settings.words(folder.resolve("log"), binaries.major()));
            Process process = launch(unprivileged.command(words), console);
            boolean answered = ServerProcesses.await(READY, () -> !process.isAlive() || processes.ready(process.pid()));
            if (answered && process.isAlive()) {
                return new Postmaster(process, port, processes);
            }
            if (process.isAlive()) {
                processes.stop(process.pid());
            }
            if (fixed.isPresent() || attempt == PORT_ATTEMPTS) {
                throw new PostgresFailure("PostgreSQL did not start; its logs are in " + folder.resolve("log")
                        + " and it said:\n" + lastLines(console));
            }
        }
    }

    /** Stops it, without waiting for clients. */
    void stop() {
        if (process.isAlive()) {
            processes.stop(process.pid());
        }
    }

    private static Process launch(List<String> command, Path console) {
        try {
            return ShellCommand.prepared(ownSession(command))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(console.toFile())
                    .start();
        } catch (IOException cause) {
            throw new UncheckedIOException("PostgreSQL cannot be started", cause);
        }
    }

    /**
     * In its own session an interrupt typed at the terminal reaches the application only, which then stops the server.
     */
    private static List<String> ownSession(List<String> command) {
        if (!ShellCommand.run(List.of("setsid", "true")).succeeded()) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(command);
        return words;
    }

    /** A running server starts each weekday's file anew; one that is started again on that weekday appends to it. */
    private static void dropOvergrownLogs(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.toList()) {
                if (Files.size(log) > LOG_LIMIT) {
                    Files.delete(log);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The logs in " + folder + " cannot be looked through", cause);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException("No free port on 127.0.0.1", cause);
        }
    }

    private static String lastLines(Path console) {
        try {
            List<String> lines = Files.readAllLines(console);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException unreadable) {
            return console + " cannot be read";
        }
    }
}
