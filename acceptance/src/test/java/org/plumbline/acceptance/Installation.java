package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The real application in a process of its own, over a scratch folder, on a port of 127.0.0.1 it keeps over restarts.
 * Ends only processes that it started. One thread starts and ends it; others may only ask for its address.
 */
public final class Installation implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration ENDED = Duration.ofSeconds(60);
    private static final List<String> KEPT = List.of("PATH", "HOME", "TMPDIR", "JAVA_HOME");

    private final Path folder;
    private final StartUp startUp;
    private final String command;
    private final ZoneId zone;
    private final List<String> more;
    private final List<String> options;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    /** A run that is ended from outside leaves nothing behind that goes on running. */
    private final Thread lastResort = new Thread(this::kill9, "end-installation");

    private Process process;
    private Path console;
    private int starts;

    private Installation(
            Path folder,
            StartUp startUp,
            String command,
            ZoneId zone,
            List<String> more,
            List<String> options,
            int port) {
        this.folder = folder;
        this.startUp = startUp;
        this.command = command;
        this.zone = zone;
        this.more = List.copyOf(more);
        this.options = List.copyOf(options);
        this.port = port;
        this.console = folder.resolve("console-1.log");
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Starts {@code demo} over the folder, which is made when absent, and returns when it answers. */
    public static Installation demo(Path folder) {
        return started(folder, "demo", ZoneId.systemDefault(), List.of(), freePort());
    }

    /** As {@link #demo(Path)}, with a start-up cache, for many starts. */
    public static Installation demoOfJars(Path folder) {
        StartUp startUp = StartUp.trained(folder.toAbsolutePath().resolve("start"));
        return started(folder, startUp, "demo", ZoneId.systemDefault(), List.of(), freePort());
    }

    /** As {@link #demo(Path)}, on a server that is set to this zone. */
    public static Installation demo(Path folder, ZoneId zone) {
        return started(folder, "demo", zone, List.of(), freePort());
    }

    /** As {@link #demo(Path)}, with the settings of this file and on this port. */
    public static Installation demo(Path folder, Path config, int port) {
        return started(folder, "demo", ZoneId.systemDefault(), List.of("--config", config.toString()), port);
    }

    /** As {@link #demo(Path, Path, int)}, with these options of the JVM. */
    public static Installation demo(Path folder, Path config, int port, List<String> options) {
        List<String> more = List.of("--config", config.toString());
        return started(folder, StartUp.compiled(), "demo", ZoneId.systemDefault(), more, options, port);
    }

    /** Starts {@code serve} over the folder, which is made when absent, and returns when it answers. */
    public static Installation serve(Path folder) {
        return started(folder, "serve", ZoneId.systemDefault(), List.of(), freePort());
    }

    /** The address, without a slash at its end. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** What the newest start printed about the ways in. */
    public Printed printed() {
        return Printed.read(console);
    }

    /** The data folder. */
    public Path data() {
        return folder.resolve("data");
    }

    public boolean runs() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
    }

    public DatabaseServer database() {
        return new DatabaseServer(data().resolve("records"));
    }

    /** Ends application and PostgreSQL at once, as a power cut would. */
    public void kill9() {
        killApplication();
        database().kill();
    }

    /** Ends the application alone; its PostgreSQL stays behind, and the next start has to deal with it. */
    public void killApplication() {
        process.destroyForcibly();
        Deadline.require(ENDED, "the application is gone", () -> !process.isAlive());
    }

    /** Starts it again over the same folder and port. */
    public Installation restart() {
        stop();
        process = launch();
        awaitReady();
        return this;
    }

    /** Ends it in order, and by force when that takes too long; nothing when it has ended. */
    public void stop() {
        if (process.isAlive()) {
            process.destroy();
            if (!ended(process)) {
                kill9();
                throw new IllegalStateException("The application did not stop within " + ENDED.toSeconds() + " s; "
                        + console + " ends with:\n" + lastLines());
            }
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            // After a killed application, and only then, its PostgreSQL is still there.
            database().kill();
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException ending) {
            // It runs already, and finds nothing to end.
        }
    }

    private static Installation started(Path folder, String command, ZoneId zone, List<String> more, int port) {
        return started(folder, StartUp.compiled(), command, zone, more, port);
    }

    private static Installation started(
            Path folder, StartUp startUp, String command, ZoneId zone, List<String> more, int port) {
        return started(folder, startUp, command, zone, more, List.of(), port);
    }

    private static Installation started(
            Path folder,
            StartUp startUp,
            String command,
            ZoneId zone,
            List<String> more,
            List<String> options,
            int port) {
        try {
            var installation = new Installation(
                    Files.createDirectories(folder).toAbsolutePath(), startUp, command, zone, more, options, port);
            try {
                installation.awaitReady();
            } catch (RuntimeException e) {
                installation.kill9();
                throw e;
            }
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for an installation: " + folder, e);
        }
    }

    private Process launch() {
        starts++;
        console = folder.resolve("console-" + starts + ".log");
        var words = new ArrayList<>(startUp.words());
        words.addAll(options);
        words.addAll(List.of(
                "-Duser.timezone=" + zone,
                "-cp",
                startUp.classPath(),
                "org.plumbline.Plumbline",
                command,
                "--data",
                data().toString(),
                "--port",
                Integer.toString(port)));
        words.addAll(more);
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        // Reads on any machine, behind the walls that stand there.
        environment.put("PLUMBLINE_DOCUMENTS_SANDBOX", "reduced");
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The application cannot be started", e);
        }
    }

    /** Pages answer, and whatever the command prints at its start is there. */
    private void awaitReady() {
        Deadline.require(READY, "an answer of " + address() + "/healthz; its output ends with:\n" + console, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended while starting:\n" + lastLines());
            }
            return healthy() && (!command.equals("demo") || printed().complete());
        });
    }

    private boolean healthy() {
        return answersAt(port) || ownDoor().stream().anyMatch(this::answersAt);
    }

    /** Where commands come in while the site itself speaks TLS. */
    private OptionalInt ownDoor() {
        try {
            return OptionalInt.of(Integer.parseInt(
                    Files.readAllLines(data().resolve("server")).getFirst()));
        } catch (IOException notYet) {
            return OptionalInt.empty();
        }
    }

    private boolean answersAt(int at) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + "/healthz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(console);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return console + " cannot be read";
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(ENDED.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A port of 127.0.0.1 that nobody listens on now. */
    public static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }
}
