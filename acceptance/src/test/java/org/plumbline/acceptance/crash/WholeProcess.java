package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;

/** Ends whole processes while files are sent and read, people act, and an overseer watches the log. */
final class WholeProcess {
    private static final int SENDERS = 3;
    private static final int ACTING = 2;
    private static final Duration READING = Duration.ofMinutes(10);

    private final Installation installation;
    private final Receipts receipts;
    private final Checkpoints published;
    private final Api api;
    private final Asker asker;

    WholeProcess(Installation installation, Receipts receipts, Checkpoints published) {
        this.installation = installation;
        this.receipts = receipts;
        this.published = published;
        // The token is printed anew at each start, and the old one stays good.
        this.api = new Api(installation.address(), installation.printed().token());
        this.asker = new Asker(api);
    }

    /** Returns once every cut was made, every file acknowledged, and every act that was begun. */
    void cut(List<Expected> files, Cuts cuts, Consumer<String> progress) {
        String caseId = receipts.caseId().orElseGet(this::openCase);
        var sender = new Sender(files, receipts, caseId, asker);
        var acts = new SmallActs(receipts, caseId, me(), asker);
        var watcher = Watcher.of(installation, published);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = times(SENDERS, threads, sender::send);
            List<Future<?>> beside = times(ACTING, threads, acts::act);
            beside.addAll(times(1, threads, watcher::watch));
            try {
                var all = new ArrayList<>(sending);
                all.addAll(beside);
                cut(cuts, all, progress);
                sending.forEach(WholeProcess::result);
            } finally {
                acts.enough();
                watcher.enough();
            }
            beside.forEach(WholeProcess::result);
        }
    }

    /** What the server has, once everything is read. */
    StockTaking stock(List<Expected> files) {
        var ledger = new Ledger(api, receipts.caseId().orElseThrow());
        ledger.awaitRead(receipts, READING);
        return new StockTaking(files, receipts, ledger, installation);
    }

    /** Requests that had to be sent again. */
    int repeated() {
        return asker.repeated();
    }

    private void cut(Cuts cuts, List<Future<?>> working, Consumer<String> progress) {
        for (Cuts.Cut cut : cuts.after(receipts.cuts())) {
            Deadline.require(READING, cut.after() + " files acknowledged", () -> {
                working.stream().filter(Future::isDone).forEach(WholeProcess::result);
                return receipts.received() >= cut.after();
            });
            Cuts.make(cut, installation);
            receipts.cut(cut.kind().code());
            progress.accept("Cut " + receipts.cuts() + " of " + cuts.count() + ": "
                    + cut.kind().code() + " after " + receipts.received() + " files");
            installation.restart();
        }
    }

    private static List<Future<?>> times(int count, ExecutorService threads, Runnable work) {
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(work));
        }
        return running;
    }

    private static void result(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Work ended: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String me() {
        try {
            return api.get("/me").expect(200).text("id");
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody to give tasks to", e);
        }
    }

    private String openCase() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String until = today.plusDays(30).toString();
        try {
            String id = api.send(
                            "POST",
                            "/cases",
                            Map.of(
                                    "title", "Power cuts at the harbour office",
                                    "type", "inquiry",
                                    "legal_basis", "Inspection Act, section 12",
                                    "reference", "IO-2031/crash",
                                    "purpose", "Keeping what was received",
                                    "valid_from", today.toString(),
                                    "valid_until", until))
                    .expect(201)
                    .text("id");
            receipts.opened(id, until);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("No case to send the files to", e);
        }
    }
}
