package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.plumbline.audit.log.PublishedPast;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/** What is done with the folder of the stopped installation: faults inside a process, and the reckoning at the end. */
final class InProcess {
    /** A broken folder breaks everything that follows. */
    private static final int MOST_FAILURES = 20;

    private static final int TELL_EVERY = 50;
    private static final String OFFICE = "select recorded_by::text from audit.entry where case_id = ?::uuid limit 1";
    private static final String OWNER = "select owner::text from audit.entry where case_id = ?::uuid limit 1";
    private static final String LEAVES =
            "select e.leaf from audit.position p join audit.entry e on e.id = p.entry order by p.index";

    private final Path data;
    private final Receipts receipts;
    private final Checkpoints published;
    private final Reckoning reckoning = new Reckoning();
    private final List<String> failures = new ArrayList<>();
    private long actsChecked;
    private long entries;

    InProcess(Path data, Receipts receipts, Checkpoints published) {
        this.data = data;
        this.receipts = receipts;
        this.published = published;
    }

    /** Makes as many faults as are missing, and takes stock; answers what does not hold. */
    List<String> run(int faults, long seed, Consumer<String> progress) {
        String caseId = receipts.caseId().orElseThrow();
        try (Records records = Records.of(data)) {
            reckoning.take(records.all(), caseId, receipts);
            failures.addAll(reckoning.failures());
            // Another seed after each taking up, since what was made before is there already.
            var random = new Random(seed + receipts.faults());
            var person = new CampaignActs.Person(
                    UUID.fromString(records.one(OFFICE, caseId)), UUID.fromString(records.one(OWNER, caseId)));
            try (var process = new Faults(data, records, published, person, random)) {
                process.recover();
                breakAgainAndAgain(process, new Standing(data, records, published), faults, random, progress);
            }
            past(records);
        } catch (IOException e) {
            throw new UncheckedIOException("The stopped folder can't be read", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The stopped records can't be read", e);
        } catch (Refused e) {
            failures.add("The log of the stopped folder does not go on: " + e.getMessage());
        }
        return List.copyOf(failures);
    }

    Reckoning reckoning() {
        return reckoning;
    }

    /** Entries held beside what is known of the acts inside the process. */
    long actsChecked() {
        return actsChecked;
    }

    /** Entries from which every root that was handed out was derived again. */
    long entries() {
        return entries;
    }

    private void breakAgainAndAgain(
            Faults process, Standing standing, int faults, Random random, Consumer<String> progress)
            throws IOException, SQLException {
        FaultKind[] kinds = FaultKind.values();
        while (receipts.faults() < faults && failures.size() < MOST_FAILURES) {
            int number = receipts.faults() + 1;
            FaultKind kind = kinds[random.nextInt(kinds.length)];
            try {
                process.make(kind);
                process.recover();
                standing.wrong(process.acts())
                        .forEach(what -> failures.add("After fault " + number + ", " + kind.code() + ": " + what));
            } catch (Refused | IllegalStateException e) {
                failures.add(
                        "After fault " + number + ", " + kind.code() + ", the log does not go on: " + e.getMessage());
                break;
            }
            receipts.fault(kind.code());
            if (number % TELL_EVERY == 0) {
                progress.accept("Fault " + number + " of " + faults);
            }
        }
        actsChecked = standing.entries();
    }

    /** The entries in the order of their places are the past of every checkpoint that was ever handed out. */
    private void past(Records records) throws IOException, SQLException, Refused {
        SignerKey key = SignerKey.parse(
                KeyFolder.usual(data).find(KeyKind.TRAIL_LOG).orElseThrow().secret());
        var past = new PublishedPast(published.all(), key.verifier());
        records.each(LEAVES, row -> past.add(row.getBytes(1)));
        failures.addAll(past.wrong());
        entries = past.entries();
    }
}
