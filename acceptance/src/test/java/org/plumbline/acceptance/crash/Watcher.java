package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Door;
import org.plumbline.acceptance.Installation;

/** An overseer who asks for the published checkpoint again and again, and keeps each. */
final class Watcher {
    private static final long PAUSE_NANOS = 200_000_000;

    private final Checkpoints kept;
    private final HttpRequest request;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile boolean enough;

    private Watcher(Checkpoints kept, HttpRequest request) {
        this.kept = kept;
        this.request = request;
    }

    static Watcher of(Installation installation, Checkpoints kept) {
        try {
            String link = URI.create(installation.printed().link("overseer")).getPath();
            String token = new Door(installation.address()).enter(link).token();
            return new Watcher(
                    kept,
                    HttpRequest.newBuilder(URI.create(installation.address() + "/log/checkpoint"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + token)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException("The overseer can't sign in", e);
        }
    }

    /** Asks until it is enough. */
    void watch() {
        while (!enough) {
            ask();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void enough() {
        enough = true;
    }

    private void ask() {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                kept.keep(answer.body());
            } else if (answer.statusCode() < 500 && answer.statusCode() != 404) {
                throw new IllegalStateException("The overseer was answered " + answer.statusCode());
            }
        } catch (IOException cut) {
            // Asked again once it is back.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            enough = true;
        }
    }
}
