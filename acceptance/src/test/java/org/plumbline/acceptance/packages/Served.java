package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.acceptance.Deadline;

/** A server out of a package, in a process that was started here and is ended here. */
final class Served implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://\\S+/sign-in/\\S+");
    private static final Duration READY = Duration.ofMinutes(3);
    /** The unit gives it as long. */
    private static final Duration ENDED = Duration.ofSeconds(90);

    private final Process process;
    private final Path console;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Served(Process process, Path console, int port) {
        this.process = process;
        this.console = console;
        this.port = port;
    }

    /** Starts it by these words and waits until it answers on the port. */
    static Served by(List<String> words, Path console, int port) {
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(console.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
            Process process = builder.start();
            process.getOutputStream().close();
            var served = new Served(process, console, port);
            try {
                served.awaitReady();
            } catch (RuntimeException e) {
                served.close();
                throw e;
            }
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be started", e);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    long processId() {
        return process.pid();
    }

    /** The link that a first start prints. */
    String firstLink() {
        return link(said());
    }

    /** The link in what was printed. */
    static String link(String said) {
        Matcher link = LINK.matcher(said);
        if (!link.find()) {
            throw new IllegalStateException("No link in: " + said);
        }
        return link.group();
    }

    int answerOf(String path) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it in order; how it ended. */
    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(ENDED.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not stop within " + ENDED.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Ends it whatever it does. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void awaitReady() {
        Deadline.require(READY, "an answer of " + address() + "/healthz; its output is in " + console, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended while starting: " + said());
            }
            return answerOf("/healthz") == 200;
        });
    }

    private String said() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
