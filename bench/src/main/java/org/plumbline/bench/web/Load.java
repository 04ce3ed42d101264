package org.plumbline.bench.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks for pages over several connections.
 *
 * @param port of the server on 127.0.0.1
 * @param requests asked in turn
 * @param expected status of every answer; another one ends the measurement
 */
record Load(int port, List<byte[]> requests, int expected) {
    private static final int OPEN_CONNECTIONS = 48;

    Load {
        requests = List.copyOf(requests);
    }

    /**
     * The 99th percentile in milliseconds at a fixed rate. A request is due at its own time whether or not earlier ones
     * have been answered, and waits from then on: a server that stalls is not asked less.
     */
    double p99(int perSecond, Duration length) {
        int count = Math.toIntExact(perSecond * length.toMillis() / 1000);
        long interval = 1_000_000_000L / perSecond;
        var next = new AtomicInteger();
        var nanos = new long[count];
        long start = System.nanoTime() + 50_000_000;
        together(OPEN_CONNECTIONS, wire -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + i * interval;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                ask(wire, i);
                nanos[i] = System.nanoTime() - due;
            }
        });
        return percentile(nanos, 0.99) / 1e6;
    }

    /** Answers in a second when each connection asks again as soon as it was answered. */
    double rate(int connections, Duration length) {
        var answered = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        together(connections, wire -> {
            while (System.nanoTime() < end) {
                ask(wire, answered.getAndIncrement());
            }
        });
        return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    static double percentile(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private void ask(Wire wire, int number) throws IOException {
        int status = wire.ask(requests.get(number % requests.size())).status();
        if (status != expected) {
            throw new IllegalStateException("Answered " + status + " instead of " + expected + " under load");
        }
    }

    private interface Asking {
        void over(Wire wire) throws IOException;
    }

    private void together(int connections, Asking asking) {
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(() -> {
                    try (var wire = new Wire(port)) {
                        asking.over(wire);
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Under load: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
