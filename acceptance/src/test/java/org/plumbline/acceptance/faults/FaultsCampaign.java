package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Scratch;

/**
 * Lets everything below an installation fail while people work: its database, its disk, its clock and the processes
 * that read. Each ends in a state that says what is the matter, nothing that was confirmed is lost, and fsck passes.
 */
public final class FaultsCampaign implements Campaign {
    private static final int PEOPLE = 3;
    private static final Set<String> KNOWN = Set.of("database-away", "disk-reserve", "disk-full", "disk-read-only");

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        int rounds = size == Size.SMALL ? 1 : 12;
        var findings = new Findings(progress);
        Scratch.delete(folder);
        try {
            Path home = Files.createDirectories(folder).toAbsolutePath();
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            new OutsideFaults(home, KNOWN, findings).run(rounds);
            try (Office office = Office.open(home)) {
                worked(office, rounds, new Random(seed), findings);
                office.installation().stop();
                findings.begins("Deriving the trail again");
                FolderCheck check = FolderCheck.fsck(office.installation().data(), Optional.empty());
                findings.equal("fsck: " + check.said(), check.exit(), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign broke off", e);
        }
        return new Outcome(findings.counts(), findings.failures());
    }

    private static void worked(Office office, int rounds, Random random, Findings findings) throws IOException {
        boolean own = office.ground().isOwn();
        findings.count("disk", own ? "ext4 of its own" : "left out: nothing may be mounted here");
        var work = new Work(office.investigator(), KNOWN);
        try (work) {
            work.begin(PEOPLE);
            new DatabaseFaults(office, work, findings, random).run(rounds);
            new ForkFaults(office, work, findings).run(4 * rounds);
            if (own) {
                new DiskFaults(office, work, findings).full(rounds);
            }
        }
        if (own) {
            new DiskFaults(office, work, findings).readOnly();
        }
        new ClockFaults(office, work, findings).run();
        var lost = new TreeSet<>(work.acknowledged());
        lost.removeAll(work.there());
        findings.equal("acts that were confirmed and are not there", lost.size(), 0);
        findings.count("acts_confirmed", work.done());
        findings.count("requests_refused", work.refused());
        work.wrong().stream().distinct().limit(20).forEach(wrong -> findings.holds(wrong, false));
    }
}
