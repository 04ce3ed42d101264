package org.plumbline.engine.log.store;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many files are synced at once: a file system gathers syncs that come together into one. */
enum Writers {
    ONE(1),
    /** Enough for one commit of a journal to serve several files; {@code bench log} measures it. */
    MANY(16);

    private final int threads;

    Writers(int threads) {
        this.threads = threads;
    }

    /** An act on one element. */
    @FunctionalInterface
    interface Act<T> {
        void on(T element) throws IOException;
    }

    /** Acts on each element; the first failure is thrown once all have ended. */
    <T> void each(Collection<T> elements, Act<T> act) throws IOException {
        if (threads == 1 || elements.size() < threads) {
            for (T element : elements) {
                act.on(element);
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Object>> running = elements.stream()
                    .map(element -> pool.submit(() -> {
                        act.on(element);
                        return (Object) element;
                    }))
                    .toList();
            for (Future<Object> each : running) {
                await(each);
            }
        }
    }

    private static void await(Future<Object> running) throws IOException {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IOException("A file could not be synced", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while files were being synced", e);
        }
    }
}
