package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Api;

/** Asks until there is an answer that the server stands by; for several threads. */
final class Asker {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 100_000_000;

    private final Api api;
    private final AtomicInteger repeated = new AtomicInteger();

    Asker(Api api) {
        this.api = api;
    }

    /** A request, the same each time. */
    @FunctionalInterface
    interface Request {
        Api.Answer over(Api api) throws IOException;
    }

    Api.Answer acknowledged(int status, Request request) {
        long start = System.nanoTime();
        while (true) {
            try {
                Api.Answer answer = request.over(api);
                if (answer.status() < 500) {
                    return answer.expect(status);
                }
            } catch (IOException cut) {
                // Nobody knows whether it was done: asked again, it must be done once.
            }
            repeated.incrementAndGet();
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("No acknowledgement within " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Requests that had to be sent again. */
    int repeated() {
        return repeated.get();
    }
}
