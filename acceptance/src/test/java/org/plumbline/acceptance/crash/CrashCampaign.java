package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;

/**
 * Ends processes at random points under load: first whole ones, application and PostgreSQL, while files are sent and
 * people act; then, over the folder that is left, the one process that keeps the trail, from inside. Holds acts,
 * entries, records and every checkpoint ever handed out beside each other.
 */
public final class CrashCampaign implements Campaign {
    /**
     * How much is done.
     *
     * @param cuts whole processes ended: as many as fit into some twenty minutes on two cores, since each costs a start
     * @param faults inside a process: the rest of a thousand
     */
    private record Plan(int files, int cuts, int faults, boolean quickStarts) {
        static Plan of(Size size) {
            return switch (size) {
                case SMALL -> new Plan(60, 5, 40, false);
                case FULL -> new Plan(2_000, 160, 840, true);
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
        long start = System.nanoTime();
        Receipts receipts = Receipts.in(passable(folder));
        Checkpoints published = Checkpoints.in(folder);
        var failures = new ArrayList<String>();
        var counts = new LinkedHashMap<String, Object>();
        Path data = wholeProcesses(plan, seed, folder, receipts, published, counts, failures, progress);
        progress.accept("Stopped; breaking what keeps the trail from inside");
        var inside = new InProcess(data, receipts, published);
        failures.addAll(inside.run(plan.faults(), seed, progress));
        progress.accept("Deriving the trail again");
        failures.addAll(fsck(data, published, folder));
        counts.put("in_process_faults", receipts.faultsByKind());
        counts.put("kills", receipts.cuts() + receipts.faults());
        counts.put("acts_acknowledged", inside.reckoning().acknowledged());
        counts.put("entries_beside_their_acts", inside.reckoning().entries() + inside.actsChecked());
        counts.put("entries_derived_again", inside.entries());
        counts.put("checkpoints_kept_and_compared", published.count());
        counts.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        return new Outcome(counts, failures);
    }

    /** Answers the data folder of the installation, which is stopped. */
    private static Path wholeProcesses(
            Plan plan,
            long seed,
            Path folder,
            Receipts receipts,
            Checkpoints published,
            Map<String, Object> counts,
            List<String> failures,
            Consumer<String> progress) {
        List<Expected> files = new GeneratedFiles(seed).make(plan.files());
        Cuts cuts = Cuts.plan(plan.cuts(), plan.files(), new Random(seed));
        try (var installation = plan.quickStarts() ? Installation.demoOfJars(folder) : Installation.demo(folder)) {
            var whole = new WholeProcess(installation, receipts, published);
            whole.cut(files, cuts, progress);
            progress.accept("All " + receipts.received() + " files acknowledged, " + receipts.cuts() + " cuts made");
            StockTaking stock = whole.stock(files);
            progress.accept("All read; taking stock");
            failures.addAll(stock.take());
            installation.stop();
            counts.put("whole_process_kills", receipts.cutsByKind());
            counts.put("files_acknowledged", receipts.received());
            counts.put("requests_sent_again", whole.repeated());
            counts.putAll(stock.counts());
            return installation.data();
        }
    }

    private static List<String> fsck(Path data, Checkpoints published, Path folder) {
        try {
            FolderCheck check = FolderCheck.fsck(data, Optional.of(published.newest(folder)));
            return check.exit() == 0 ? List.of() : List.of("fsck: " + check.said());
        } catch (IOException e) {
            throw new UncheckedIOException("The newest checkpoint can't be written for fsck", e);
        }
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
