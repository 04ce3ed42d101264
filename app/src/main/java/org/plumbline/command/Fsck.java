package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.audit.log.Finding;
import org.plumbline.audit.log.TrailCheck;
import org.plumbline.custody.KeptCheck;
import org.plumbline.custody.vault.VaultCheck;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeySource;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.EmbeddedPostgres;
import org.plumbline.postgres.FolderInUse;
import org.plumbline.postgres.PostgresFailure;
import org.plumbline.settings.SettingsRefused;

/**
 * {@code fsck}: derives the trail's log from its entries and what each case keeps from its contents, hashes the vault,
 * and compares all with the records.
 */
final class Fsck {
    private final PrintStream out;
    private final PrintStream err;

    Fsck(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment) {
        Options options =
                Options.parse(arguments, "fsck", List.of("data", "checkpoint", "config", "key-file", "key-from"));
        Path data = Path.of(options.required("data", "fsck")).toAbsolutePath().normalize();
        Optional<Path> checkpoint = options.value("checkpoint").map(Path::of);
        if (!Files.isDirectory(data.resolve("records"))) {
            err.println(data + " is no data folder: it has no folder \"records\".");
            return 1;
        }
        Commands.requireWhole(data);
        if (checkpoint.isPresent() && !Files.isReadable(checkpoint.get())) {
            err.println("The checkpoint " + checkpoint.get() + " cannot be read.");
            return 1;
        }
        try {
            return over(data, SettingsOf.keySource(SettingsOf.commandLine(options, environment)), checkpoint);
        } catch (SettingsRefused refused) {
            refused.problems().forEach(err::println);
            return 1;
        }
    }

    /** @param source where the master key is, needed where objects of the vault are sealed */
    int over(Path data, KeySource source, Optional<Path> checkpoint) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom());
                Connection records = postgres.readingAll()) {
            return report(check(records, data, source, checkpoint, false));
        } catch (FolderInUse running) {
            return besideServer(data, source, checkpoint);
        } catch (PostgresFailure | SQLException | IOException e) {
            err.println("The check broke off: " + e.getMessage());
            return 1;
        }
    }

    /** Reads the records of the running server in one snapshot, as who may read the folder's passwords. */
    private int besideServer(Path data, KeySource source, Optional<Path> checkpoint) {
        try (Connection records = EmbeddedPostgres.readingBeside(data.resolve("records"))) {
            return report(check(records, data, source, checkpoint, true));
        } catch (PostgresFailure | SQLException | IOException e) {
            err.println("A server is running over " + data + ", and the check beside it broke off: " + e.getMessage());
            return 1;
        }
    }

    private List<Finding> check(
            Connection records, Path data, KeySource source, Optional<Path> checkpoint, boolean beside)
            throws SQLException, IOException {
        var trail = new TrailCheck(records, data);
        var findings = new ArrayList<>(trail.run(checkpoint));
        var vault = new VaultCheck(
                records, data, () -> new KeyFolder(data, MasterKeys.open(data, source), Clock.systemUTC()));
        findings.addAll(vault.run(!beside));
        findings.addAll(new KeptCheck(records).run());
        out.println("trail   " + trail.entries() + " entries derived again, " + trail.checkpoints()
                + " checkpoints compared");
        out.println("stamps  " + trail.timestamps());
        out.println("vault   " + vault.files() + " objects opened and hashed again");
        if (beside) {
            out.println("server  running: checked beside it, up to entry " + trail.newestCheckpoint()
                    + ", where the newest checkpoint of that moment ends; what came later is not checked");
        }
        if (checkpoint.isEmpty()) {
            out.println("Whoever holds this folder and its key could have written it anew as a whole: only a checkpoint"
                    + " kept elsewhere (--checkpoint FILE) or a witness shows that.");
        }
        return findings;
    }

    private int report(List<Finding> findings) {
        if (findings.isEmpty()) {
            out.println("Everything holds.");
            return 0;
        }
        findings.forEach(finding -> err.println(finding));
        err.println(findings.size() + " findings");
        return 1;
    }
}
