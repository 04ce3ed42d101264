package org.plumbline.acceptance.uploads;

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
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;

/**
 * Kills the server again and again while several clients send files in pieces. Afterwards every file is one exhibit
 * with the bytes that were sent, and the vault holds nothing else. Ended, it begins anew: what it needs is made within
 * seconds.
 */
public final class UploadsCampaign implements Campaign {
    private static final int SENDERS = 4;
    private static final int LONGEST_WAIT_MS = 1_200;
    private static final Duration SOON = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "uploads";
    }

    private static int kills(Size size) {
        return switch (size) {
            case SMALL -> 3;
            case FULL -> 200;
        };
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        long start = System.nanoTime();
        Path run = passable(folder.resolve("run-" + UUID.randomUUID()));
        var counts = new LinkedHashMap<String, Object>();
        var failures = new ArrayList<String>();
        Path data;
        try (var installation = size == Size.FULL ? Installation.demoOfJars(run) : Installation.demo(run)) {
            data = installation.data();
            String token = installation.printed().token();
            var api = new Api(installation.address(), token);
            String caseId = openCase(api);
            var tus = new Tus(installation.address(), token);
            var sender = new Sender(tus, caseId, seed);
            under(sender, () -> kill(kills(size), installation, tus, new Random(seed), progress));
            progress.accept(sender.exhibits().size() + " files received; comparing");
            failures.addAll(new Kept(api, caseId).compare(seed, sender.exhibits()));
            counts.put("kills", kills(size));
            counts.put("clients", SENDERS);
            counts.put("files_received", sender.exhibits().size());
            counts.put("pieces_cut_off", sender.cutOff());
            counts.put("pieces_gone_on_with", sender.resumed());
            counts.put("uploads_begun_again", sender.lost());
            // Its start sweeps; then only what an exhibit names may be left.
            installation.restart().stop();
            vault(data, caseId, sender.exhibits().size(), counts, failures);
        }
        progress.accept("Stopped; checking the folder");
        FolderCheck check = FolderCheck.fsck(data, Optional.empty());
        if (check.exit() != 0) {
            failures.add("fsck: " + check.said());
        }
        counts.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        return new Outcome(counts, failures);
    }

    private static void vault(
            Path data, String caseId, int received, Map<String, Object> counts, List<String> failures) {
        long objects = Kept.objects(data, caseId);
        counts.put("objects_in_vault", objects);
        if (objects != received) {
            failures.add(objects + " objects in the vault for " + received + " exhibits");
        }
        long waiting = Kept.waiting(data);
        if (waiting > 0) {
            failures.add(waiting + " files are left in the vault's entrance");
        }
    }

    /** Runs the kills while files are sent, and returns once every file that was begun is received. */
    private static void under(Sender sender, Runnable kills) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<?>>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(threads.submit(sender::send));
            }
            try {
                kills.run();
            } finally {
                sender.enough();
            }
            for (Future<?> each : sending) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sending ended: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void kill(int kills, Installation installation, Tus tus, Random random, Consumer<String> progress) {
        for (int made = 1; made <= kills; made++) {
            long before = tus.sent();
            Deadline.require(SOON, "bytes on their way", () -> tus.sent() > before);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_WAIT_MS)).toNanos());
            if (random.nextBoolean()) {
                installation.killApplication();
            } else {
                installation.kill9();
            }
            progress.accept("Kill " + made + " of " + kills + " after " + tus.sent() / 1_000_000 + " MB sent");
            installation.restart();
        }
    }

    /** A case to send files into. */
    static String openCase(Api api) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try {
            return api.send(
                            "POST",
                            "/cases",
                            Map.of(
                                    "title", "Kills at the harbour office",
                                    "type", "inquiry",
                                    "legal_basis", "Inspection Act, section 12",
                                    "reference", "IO-2031/uploads",
                                    "purpose", "Keeping what was received",
                                    "valid_from", today.toString(),
                                    "valid_until", today.plusDays(30).toString()))
                    .expect(201)
                    .text("id");
        } catch (IOException e) {
            throw new UncheckedIOException("No case to send the files to", e);
        }
    }

    /** Started by root, PostgreSQL runs as somebody else, who has to pass through here. */
    private static Path passable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder.resolve(".."), PosixFilePermissions.fromString("rwx--x--x"));
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the campaign", e);
        }
    }
}
