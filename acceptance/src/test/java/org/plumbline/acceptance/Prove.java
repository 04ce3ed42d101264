package org.plumbline.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plumbline.acceptance.access.AccessCampaign;
import org.plumbline.acceptance.crash.CrashCampaign;
import org.plumbline.acceptance.faults.FaultsCampaign;
import org.plumbline.acceptance.packages.PackagesCampaign;
import org.plumbline.acceptance.restore.RestoreCampaign;
import org.plumbline.acceptance.tamper.TamperCampaign;
import org.plumbline.acceptance.upgrade.UpgradeCampaign;
import org.plumbline.acceptance.uploads.UploadsCampaign;

/** {@code ./plumbline prove [NAME] [--size small|full] [--seed N]}: runs campaigns, writes {@code prove-NAME.json}. */
public final class Prove {
    private final List<Campaign> known;
    private final Path folder;
    private final Path scratch;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    Prove(List<Campaign> known, Path folder, Path scratch, Clock clock, PrintStream out, PrintStream err) {
        this.known = known;
        this.folder = folder;
        this.scratch = scratch;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the campaigns that the arguments name, and ends with the exit code. */
    public static void main(String[] arguments) {
        Path scratch = ThisBuild.project().resolve("acceptance/target/prove");
        var prove = new Prove(
                List.of(
                        new CrashCampaign(),
                        new TamperCampaign(),
                        new AccessCampaign(),
                        new RestoreCampaign(),
                        new UpgradeCampaign(),
                        new FaultsCampaign(),
                        new UploadsCampaign(),
                        new PackagesCampaign()),
                Path.of(""),
                scratch,
                Clock.systemUTC(),
                System.out,
                System.err);
        System.exit(prove.run(arguments));
    }

    /** 0 everything held, 1 something did not or could not be run, 2 wrong usage. */
    int run(String... arguments) {
        ProveOptions options;
        try {
            options = ProveOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            return wrongUsage(String.valueOf(e.getMessage()));
        }
        List<Campaign> asked = known.stream()
                .filter(c -> options.name().isEmpty() || options.name().equals(Optional.of(c.name())))
                .toList();
        if (asked.isEmpty()) {
            return wrongUsage("there is no campaign \"" + options.name().orElse("") + "\"");
        }
        boolean held = true;
        for (Campaign campaign : asked) {
            held &= prove(campaign, options);
        }
        return held ? 0 : 1;
    }

    private int wrongUsage(String what) {
        err.println("prove: " + what + ". Known: "
                + String.join(", ", known.stream().map(Campaign::name).toList())
                + "; options: --size small|full, --seed NUMBER");
        return 2;
    }

    private boolean prove(Campaign campaign, ProveOptions options) {
        Path kept = scratch.resolve(campaign.name() + "-" + options.size().code() + "-" + options.seed());
        out.println("prove " + campaign.name() + ", size " + options.size().code() + ", seed " + options.seed());
        try {
            Campaign.Outcome outcome = campaign.run(options.size(), options.seed(), kept, out::println);
            out.println("Written: " + write(campaign, options, outcome).toAbsolutePath());
            outcome.failures().forEach(failure -> err.println("  " + failure));
            if (outcome.failures().isEmpty()) {
                Scratch.delete(kept);
            } else {
                err.println("prove " + campaign.name() + ": "
                        + outcome.failures().size() + " things did not hold; what was left is in " + kept);
            }
            return outcome.failures().isEmpty();
        } catch (RuntimeException e) {
            err.println("prove " + campaign.name() + " could not be run to its end: " + e.getMessage()
                    + "\nWhat was left is in " + kept + "; the same command takes it up again");
            return false;
        }
    }

    private Path write(Campaign campaign, ProveOptions options, Campaign.Outcome outcome) {
        String json = ThisBuild.json(campaign.name(), clock.instant(), options, outcome);
        try {
            return Files.writeString(folder.resolve("prove-" + campaign.name() + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException("The result can't be written", e);
        }
    }
}
