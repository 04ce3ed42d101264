package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Api;

/**
 * Sends the files in batches, as {@code ./plumbline ingest} does: whatever was not acknowledged is sent again under the
 * same key, until it is.
 */
final class Sender {
    static final int BATCH = 12;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 100_000_000;

    private final List<Expected> files;
    private final Receipts receipts;
    private final String caseId;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    Sender(List<Expected> files, Receipts receipts, String caseId) {
        this.files = files;
        this.receipts = receipts;
        this.caseId = caseId;
    }

    /** Sends batch after batch until none is left; for several threads. */
    void send(Ways ways) {
        int batches = (files.size() + BATCH - 1) / BATCH;
        for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
            send(ways, batch);
        }
    }

    /** Requests that had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    /** How the server is reached now; another way after each start. */
    interface Ways {
        Api api();
    }

    private interface Request {
        Api.Answer over(Api api) throws IOException;
    }

    private void send(Ways ways, int batch) {
        int first = batch * BATCH;
        int end = Math.min(files.size(), first + BATCH);
        String ingestion = receipts.ingestion(batch).orElseGet(() -> begin(ways, batch, end - first));
        for (int number = first; number < end; number++) {
            if (receipts.of(number).isEmpty()) {
                add(ways, ingestion, number);
            }
        }
        acknowledged(ways, 200, api -> api.send("POST", path() + "/" + ingestion + "/complete", Map.of()));
    }

    private String begin(Ways ways, int batch, int count) {
        Api.Answer begun = acknowledged(
                ways, 201, api -> api.send("POST", path(), Map.of("title", "Batch " + batch, "expected", count)));
        receipts.begun(batch, begun.text("id"));
        return begun.text("id");
    }

    private void add(Ways ways, String ingestion, int number) {
        Expected file = files.get(number);
        String to = path() + "/" + ingestion + "/files?path=" + Api.encoded(file.path());
        Api.Answer added =
                acknowledged(ways, 201, api -> api.upload(to, file.bytes(), "Idempotency-Key", "file-" + number));
        receipts.received(number, new Receipts.Receipt(added.text("id"), added.text("exhibit")));
    }

    /** Asks until there is an answer that the server stands by. */
    private Api.Answer acknowledged(Ways ways, int status, Request request) {
        long start = System.nanoTime();
        while (true) {
            try {
                Api.Answer answer = request.over(ways.api());
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

    private String path() {
        return "/cases/" + caseId + "/ingestions";
    }
}
