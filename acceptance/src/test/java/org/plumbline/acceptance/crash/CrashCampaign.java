package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;

/** Cuts the power while files are sent and read, and takes stock when all has been read. */
public final class CrashCampaign implements Campaign {
    private static final int SENDERS = 3;
    private static final Duration READING = Duration.ofMinutes(10);

    /** How much is done. */
    private record Plan(int files, int cuts) {
        static Plan of(Size size) {
            return switch (size) {
                case SMALL -> new Plan(120, 5);
                case FULL -> new Plan(2_000, 60);
            };
        }
    }

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        Plan plan = Plan.of(size);
        List<Expected> files = new GeneratedFiles(seed).make(plan.files());
        Cuts cuts = Cuts.plan(plan.cuts(), plan.files(), new Random(seed));
        long start = System.nanoTime();
        try (var installation = Installation.demo(passable(folder))) {
            Receipts receipts = Receipts.in(folder);
            var sender =
                    new Sender(files, receipts, receipts.caseId().orElseGet(() -> openCase(installation, receipts)));
            cutWhileSending(installation, sender, receipts, cuts, progress);
            progress.accept("All " + receipts.received() + " files acknowledged, " + receipts.cuts() + " cuts made");
            String caseId = receipts.caseId().orElseThrow();
            var ledger = new Ledger(api(installation), caseId);
            ledger.awaitRead(receipts, READING);
            progress.accept("All read; taking stock");
            var stock = new StockTaking(files, receipts, ledger, installation);
            var failures = new ArrayList<>(stock.take());
            installation.stop();
            progress.accept("Stopped; deriving the trail again");
            FolderCheck check = FolderCheck.fsck(installation.data(), Optional.empty());
            if (check.exit() != 0) {
                failures.add("fsck: " + check.said());
            }
            return new Outcome(counts(stock, receipts, sender, start), failures);
        }
    }

    private static void cutWhileSending(
            Installation installation, Sender sender, Receipts receipts, Cuts cuts, Consumer<String> progress) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // The token is printed anew at each start, and the old one stays good.
            Api api = api(installation);
            List<Future<?>> sending = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> sender.send(() -> api)))
                    .toList();
            for (Cuts.Cut cut : cuts.after(receipts.cuts())) {
                Deadline.require(READING, cut.after() + " files acknowledged", () -> {
                    sending.stream().filter(Future::isDone).forEach(CrashCampaign::result);
                    return receipts.received() >= cut.after();
                });
                Cuts.make(cut, installation);
                receipts.cut(cut.kind().code());
                progress.accept("Cut " + receipts.cuts() + " of " + cuts.count() + ": "
                        + cut.kind().code() + " after " + receipts.received() + " files");
                installation.restart();
            }
            sending.forEach(CrashCampaign::result);
        }
    }

    private static void result(Future<?> done) {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sending ended: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String openCase(Installation installation, Receipts receipts) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try {
            Api.Answer opened = api(installation)
                    .send(
                            "POST",
                            "/cases",
                            Map.of(
                                    "title", "Power cuts at the harbour office",
                                    "type", "inquiry",
                                    "legal_basis", "Inspection Act, section 12",
                                    "reference", "IO-2031/crash",
                                    "purpose", "Keeping what was received",
                                    "valid_from", today.toString(),
                                    "valid_until", today.plusDays(30).toString()))
                    .expect(201);
            receipts.opened(opened.text("id"));
            return opened.text("id");
        } catch (IOException e) {
            throw new UncheckedIOException("No case to send the files to", e);
        }
    }

    private static Api api(Installation installation) {
        return new Api(installation.address(), installation.printed().token());
    }

    private static Map<String, Object> counts(StockTaking stock, Receipts receipts, Sender sender, long start) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("files_acknowledged", receipts.received());
        counts.put("cuts", receipts.cuts());
        counts.put("requests_sent_again", sender.repeated());
        counts.putAll(stock.counts());
        counts.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        return counts;
    }

    /** Started by root, PostgreSQL runs as somebody else, who has to pass through here. */
    private static Path passable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the campaign", e);
        }
    }
}
