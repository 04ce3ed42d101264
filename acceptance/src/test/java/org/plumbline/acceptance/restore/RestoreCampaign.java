package org.plumbline.acceptance.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.CommandRun;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/**
 * Takes backups while people work, restores them elsewhere, and compares: records, vault and tiles. The restored log
 * goes on in a new epoch that a witness takes, where it refuses a copy that was put back silently.
 */
public final class RestoreCampaign implements Campaign {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Tables whose rows change, so that what was restored need not be there still. */
    private static final Set<String> CHANGING = Set.of(
            "jobs.scheduled_tasks",
            "jobs.job",
            "identity.session",
            "identity.session_attributes",
            "identity.token",
            "cases.case_file",
            "cases.number_counter",
            "cases.task",
            "custody.number_counter",
            "custody.kept",
            "search.index_mark");

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Object> counts = new LinkedHashMap<>();

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        Scratch.delete(folder);
        try {
            Path home = Files.createDirectories(folder).toAbsolutePath();
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            try (var court = new Court(Files.createDirectories(home.resolve("court")))) {
                proved(home, size, court, progress);
            }
        } catch (IOException | SQLException | Refused e) {
            failures.add(e.toString());
        }
        return new Outcome(counts, failures);
    }

    private void proved(Path home, Size size, Court court, Consumer<String> progress)
            throws IOException, SQLException, Refused {
        Path outside = home.resolve("outside").resolve("checkpoint");
        Files.createDirectories(outside.getParent());
        Path config = config(home, outside, court);
        Path store = home.resolve("store");
        Path office = home.resolve("office");
        Set<String> before;
        String loadedBackup;
        try (Installation installation = Installation.demo(office, config, Installation.freePort())) {
            Path data = installation.data();
            court.told(verifier(data));
            try (var load = new Load(
                    new Api(installation.address(), installation.printed().token()))) {
                load.begin(size == Size.SMALL ? 2 : 6);
                awaitActs(load, size == Size.SMALL ? 20 : 2_000);
                progress.accept("Backup under load");
                backup(data, store);
                awaitActs(load, load.acknowledged().size() + (size == Size.SMALL ? 20 : 2_000));
                before = load.acknowledged();
                loadedBackup = backup(data, store);
                awaitActs(load, load.acknowledged().size() + (size == Size.SMALL ? 20 : 500));
                counts.put("acts_under_load", load.acknowledged().size());
                load.troubles().forEach(failures::add);
            }
            awaitSeen(data, outside);
            installation.stop();
        }
        progress.accept("Restored from under load");
        Path data = office.resolve("data");
        String quiet = backup(data, store);
        equal(home, data, store, quiet);
        Path restored = restored(home.resolve("restored"), store, loadedBackup);
        past(restored, data, before);
        silently(home, store, loadedBackup, data, court);
        progress.accept("The restored folder is served");
        served(home.resolve("restored"), config, outside, data, court);
        damaged(home, store, loadedBackup);
    }

    /** A backup of a stopped installation is that installation: every row, every file of vault and log. */
    private void equal(Path home, Path data, Path store, String name) throws IOException, SQLException {
        Path restored = restored(home.resolve("equal"), store, name);
        var compared = new Compared();
        compared.equalRecords(data, restored);
        compared.sameFiles(restored, data, "vault", true);
        compared.sameFiles(restored, data, "trail/log", true);
        counts.put("tables_equal", compared.tables());
        counts.put("rows_equal", compared.rows());
        counts.put("files_equal", compared.files());
        failures.addAll(compared.wrong());
        if (compared.files() == 0 || compared.rows() == 0) {
            failures.add("nothing was compared");
        }
    }

    private void past(Path restored, Path data, Set<String> acknowledged) throws IOException, SQLException {
        var compared = new Compared();
        compared.restoredIsPastOf(restored, data, CHANGING);
        compared.sameFiles(restored, data, "vault", false);
        compared.sameFiles(restored, data, "trail/log/tile", false);
        failures.addAll(compared.wrong());
        counts.put("files_of_backup_under_load", compared.files());
        Set<String> there = RestoredRecords.journal(restored);
        long missing = acknowledged.stream().filter(act -> !there.contains(act)).count();
        counts.put("acts_acknowledged_before_backup", acknowledged.size());
        if (missing > 0) {
            failures.add(missing + " acts were acknowledged before the backup began and are not in it");
        }
    }

    /** Who puts the copy back with its old key, instead of restoring it, is refused by the witness. */
    private void silently(Path home, Path store, String name, Path data, Court court)
            throws IOException, SQLException, Refused {
        Path copy = restored(home.resolve("silent"), store, name);
        int status = SilentRollback.answer(copy, data, court);
        counts.put("witness_on_silent_rollback", status);
        if (status != 409) {
            failures.add("the witness answered a silent rollback with " + status);
        }
    }

    private void served(Path folder, Path config, Path outside, Path data, Court court)
            throws IOException, SQLException, Refused {
        Checkpoint lost =
                Checkpoint.parse(Note.parse(Files.readAllBytes(outside)).text());
        long seen = court.seen(lost.origin());
        Path kept = outside.resolveSibling("kept-from-before");
        Files.copy(outside, kept, StandardCopyOption.REPLACE_EXISTING);
        FolderCheck first = FolderCheck.fsck(folder.resolve("data"), Optional.empty());
        if (first.exit() != 0) {
            failures.add("fsck of the restored folder: " + first.said());
        }
        try (Installation again = Installation.demo(folder, config, Installation.freePort())) {
            Deadline.require(
                    SOON, "the restored log signs", () -> !origin(again.data()).equals(lost.origin()));
            court.told(verifier(again.data()));
            Deadline.require(SOON, "the witness takes the new epoch", cosigned(again.data()));
            var api = new Api(again.address(), again.printed().token());
            if (api.get("/cases?limit=5").expect(200).body().path("items").isEmpty()) {
                failures.add("the restored installation shows no case");
            }
            again.stop();
        }
        failures.addAll(RestoredRecords.epoch(folder.resolve("data"), data, lost, seen));
        renewed(folder, config, court);
        FolderCheck after = FolderCheck.fsck(folder.resolve("data"), Optional.of(kept));
        if (after.exit() != 0) {
            failures.add("fsck of the restored folder with the checkpoint of before: " + after.said());
        }
        counts.put("checkpoints_of_before_that_hold", RestoredRecords.checkpointsThatHold(folder.resolve("data")));
    }

    /**
     * The key that signs is revoked: the log goes on under another, which the witness takes and the folder explains.
     */
    private void renewed(Path folder, Path config, Court court) throws IOException, Refused {
        Path data = folder.resolve("data");
        String before = origin(data);
        CommandRun.of(
                        "keys",
                        "renew",
                        "trail-log",
                        "--data",
                        data.toString(),
                        "--reason",
                        "A laptop was lost",
                        "--revoked-since",
                        "2026-01-31")
                .expectDone();
        try (Installation again = Installation.demo(folder, config, Installation.freePort())) {
            Deadline.require(
                    SOON, "the log signs with a new key", () -> !origin(data).equals(before));
            court.told(verifier(data));
            Deadline.require(SOON, "the witness takes the epoch after a revoked key", cosigned(data));
            var api = new Api(again.address(), again.printed().token());
            if (api.get("/cases?limit=5").expect(200).body().path("items").isEmpty()) {
                failures.add("the installation with a renewed key shows no case");
            }
            again.stop();
        }
        String said = CommandRun.of("keys", "list", "--data", data.toString())
                .expectDone()
                .said();
        if (!said.contains("revoked since 2026-01-31T00:00:00Z: A laptop was lost")) {
            failures.add("the list of keys does not tell of the revoked one: " + said);
        }
    }

    /** A backup that lost a part is refused, by name, and what was half restored doesn't start. */
    private void damaged(Path home, Path store, String name) throws IOException {
        Path part = RestoredRecords.somePart(store, name);
        byte[] sound = Files.readAllBytes(part);
        byte[] changed = sound.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(part, changed);
        Path target = home.resolve("broken");
        CommandRun run = CommandRun.of("restore", store.toString(), "--data", target.toString(), "--at", name);
        CommandRun start = CommandRun.of("serve", "--data", target.toString());
        Files.write(part, sound);
        if (run.exit() != 1 || !run.said().contains("is damaged")) {
            failures.add("a damaged backup was restored: " + run);
        }
        if (start.exit() != 1 || !start.said().contains("half written")) {
            failures.add("a half restored folder was started: " + start);
        }
    }

    private static String backup(Path data, Path store) {
        String said = CommandRun.of("backup", "--data", data.toString(), store.toString())
                .expectDone()
                .said();
        return said.lines()
                .filter(line -> line.startsWith("backup "))
                .findFirst()
                .orElseThrow()
                .substring("backup ".length())
                .strip();
    }

    /** A data folder in its own folder, as an installation has it. */
    private static Path restored(Path folder, Path store, String name) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path data = folder.resolve("data");
        CommandRun.of("restore", store.toString(), "--data", data.toString(), "--at", name)
                .expectDone();
        return data;
    }

    private static Path config(Path home, Path outside, Court court) throws IOException {
        Path policy = Files.writeString(home.resolve("witnesses.policy"), court.policy());
        return Files.writeString(
                home.resolve("plumbline.toml"),
                "[trail]\ncheckpoints = \"" + outside + "\"\nwitnesses = \"" + policy + "\"\n");
    }

    private static void awaitActs(Load load, int many) {
        Deadline.require(Duration.ofMinutes(10), many + " acts", () -> {
            if (!load.troubles().isEmpty()) {
                throw new IllegalStateException("The load broke off: " + load.troubles());
            }
            return load.acknowledged().size() >= many;
        });
    }

    /** What the outside has seen is more than any backup holds. */
    private static void awaitSeen(Path data, Path outside) {
        Deadline.require(SOON, "the newest checkpoint is witnessed and kept outside", () -> {
            try {
                Note shown = Note.parse(Files.readAllBytes(data.resolve("trail/log/checkpoint")));
                return Files.exists(outside)
                        && shown.signatures().size() > 1
                        && Note.parse(Files.readAllBytes(outside)).text().equals(shown.text());
            } catch (IOException | Refused notYet) {
                return false;
            }
        });
    }

    private static BooleanSupplier cosigned(Path data) {
        return () -> {
            try {
                return Note.parse(Files.readAllBytes(data.resolve("trail/log/checkpoint")))
                                .signatures()
                                .size()
                        > 1;
            } catch (IOException | Refused notYet) {
                return false;
            }
        };
    }

    private static String origin(Path data) {
        try {
            return Files.readAllLines(data.resolve("trail/log/checkpoint")).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verifier(Path data) throws IOException {
        return KeyFolder.publicPart(data, KeyKind.TRAIL_LOG).orElseThrow();
    }
}
