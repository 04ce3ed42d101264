package org.plumbline.bench.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demonstration in a process of its own, over a folder that is deleted with it. */
public final class Served implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final long LOOK_NANOS = 50_000_000;
    private static final Pattern LINK =
            Pattern.compile("^ {2}investigator .*http://\\S+(/sign-in/\\S+)$", Pattern.MULTILINE);
    private static final String HEAP = "-Xmx1g";

    private static final Pattern TOKEN = Pattern.compile("PLUMBLINE_TOKEN=(\\S+)");

    private final Path folder;
    private final Path console;
    private final int port;
    private final Process process;

    Served() {
        this(List.of());
    }

    /** @param options for its virtual machine */
    public Served(List<String> options) {
        try {
            folder = Files.createTempDirectory("plumbline-bench-");
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            console = folder.resolve("console.log");
            port = freePort();
            process = launch(options);
        } catch (IOException e) {
            throw new UncheckedIOException("The server can't be started", e);
        }
    }

    /** Returns the path of the investigator's sign-in link once everything has been loaded. */
    String awaitSignIn() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < READY.toNanos()) {
            Matcher link = LINK.matcher(console());
            if (link.find() && console().contains("PLUMBLINE_TOKEN=")) {
                return link.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("The server did not start; it said:\n" + console());
    }

    /** The token of the sample investigator, once everything has been loaded. */
    public String awaitToken() {
        awaitSignIn();
        Matcher token = TOKEN.matcher(console());
        if (!token.find()) {
            throw new IllegalStateException("The server printed no token; it said:\n" + console());
        }
        return token.group(1);
    }

    /** Where its data lies. */
    public Path data() {
        return folder.resolve("data");
    }

    /** On which it listens on this machine. */
    public int port() {
        return port;
    }

    /** Memory and collector of the server, for the result. */
    public String settings() {
        return HEAP + ", " + String.join(" ", inherited()) + ", Java " + Runtime.version();
    }

    /** The beginning of what the server said went wrong; empty when it said nothing of the kind. */
    public String complaint() {
        return console()
                .lines()
                .dropWhile(line -> !line.contains(" ERROR "))
                .filter(line -> !line.contains("    at org.") || line.contains("at org.plumbline"))
                .limit(40)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            delete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch(List<String> options) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(inherited());
        command.addAll(options);
        command.addAll(List.of(
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName(),
                "demo",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(console.toFile())
                .start();
    }

    /** The launcher gives its settings of collector and headers to this process; the server gets the same. */
    private static List<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:") || option.startsWith("-Xms"))
                .toList();
    }

    private String console() {
        try {
            return Files.readString(console);
        } catch (IOException notYet) {
            return "";
        }
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the run could not be deleted", e);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
