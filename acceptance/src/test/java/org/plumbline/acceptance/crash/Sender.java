package org.plumbline.acceptance.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.plumbline.acceptance.Api;

/**
 * Sends the files in batches, as {@code ./plumbline ingest} does: whatever was not acknowledged is sent again under the
 * same key, until it is.
 */
final class Sender {
    static final int BATCH = 12;

    private final List<Expected> files;
    private final Receipts receipts;
    private final String caseId;
    private final Asker asker;
    private final AtomicInteger next = new AtomicInteger();

    Sender(List<Expected> files, Receipts receipts, String caseId, Asker asker) {
        this.files = files;
        this.receipts = receipts;
        this.caseId = caseId;
        this.asker = asker;
    }

    /** Sends batch after batch until none is left; for several threads. */
    void send() {
        int batches = (files.size() + BATCH - 1) / BATCH;
        for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
            send(batch);
        }
    }

    private void send(int batch) {
        int first = batch * BATCH;
        int end = Math.min(files.size(), first + BATCH);
        String ingestion = receipts.ingestion(batch).orElseGet(() -> begin(batch, end - first));
        for (int number = first; number < end; number++) {
            if (receipts.of(number).isEmpty()) {
                add(ingestion, number);
            }
        }
        asker.acknowledged(200, api -> api.send("POST", path() + "/" + ingestion + "/complete", Map.of()));
    }

    private String begin(int batch, int count) {
        Api.Answer begun = asker.acknowledged(
                201,
                api -> api.send(
                        "POST",
                        path(),
                        Map.of("title", "Batch " + batch, "expected", count),
                        "Idempotency-Key",
                        "batch-" + batch));
        receipts.begun(batch, begun.text("id"));
        return begun.text("id");
    }

    private void add(String ingestion, int number) {
        Expected file = files.get(number);
        String to = path() + "/" + ingestion + "/files?path=" + Api.encoded(file.path());
        Api.Answer added =
                asker.acknowledged(201, api -> api.upload(to, file.bytes(), "Idempotency-Key", "file-" + number));
        receipts.received(number, new Receipts.Receipt(added.text("id"), added.text("exhibit")));
    }

    private String path() {
        return "/cases/" + caseId + "/ingestions";
    }
}
