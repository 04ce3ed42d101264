package org.plumbline.acceptance.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Writes the journal, gives tasks and enters subjects, one after the other, each under a key of its own. */
final class SmallActs {
    /** So that the acts of a long campaign stay some thousands. */
    private static final long BREATH_NANOS = 150_000_000;

    private static final List<ActKind> KINDS = List.of(ActKind.JOURNAL_ENTRY, ActKind.TASK, ActKind.SUBJECT);

    private final Receipts receipts;
    private final String caseId;
    private final String assignee;
    private final Asker asker;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean enough;

    SmallActs(Receipts receipts, String caseId, String assignee, Asker asker) {
        this.receipts = receipts;
        this.caseId = caseId;
        this.assignee = assignee;
        this.asker = asker;
    }

    /** Acts until it is enough; for several threads. */
    void act() {
        while (!enough) {
            int number = next.getAndIncrement();
            if (receipts.act(number).isEmpty()) {
                act(number);
                LockSupport.parkNanos(BREATH_NANOS);
            }
        }
    }

    /** What was begun is acknowledged first. */
    void enough() {
        enough = true;
    }

    private void act(int number) {
        ActKind kind = KINDS.get(number % KINDS.size());
        String made = asker.acknowledged(
                        201,
                        api -> api.send("POST", path(kind), body(kind, number), "Idempotency-Key", "act-" + number))
                .text("id");
        receipts.acted(number, new Receipts.Act(kind, made));
    }

    private String path(ActKind kind) {
        return "/cases/" + caseId
                + switch (kind) {
                    case JOURNAL_ENTRY -> "/journal";
                    case TASK -> "/tasks";
                    case SUBJECT -> "/subjects";
                    case BATCH, FILE, EXHIBIT -> throw new IllegalArgumentException(kind + " is sent with files");
                };
    }

    private Map<String, String> body(ActKind kind, int number) {
        // Not counted from today: the body under a key must not differ when it is sent again past midnight.
        String due = receipts.until();
        return switch (kind) {
            case JOURNAL_ENTRY -> Map.of("heading", "Call " + number, "body", "The quay answered.");
            case TASK -> Map.of("title", "Ask berth " + number, "assignee", assignee, "due", due);
            case SUBJECT ->
                Map.of(
                        "name", "W-" + number,
                        "kind", "person",
                        "role", "witness",
                        "basis", "Heard at the quay",
                        "review_due", due);
            case BATCH, FILE, EXHIBIT -> throw new IllegalArgumentException(kind + " is sent with files");
        };
    }
}
