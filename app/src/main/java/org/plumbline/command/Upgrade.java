package org.plumbline.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.audit.log.TrailFiles;
import org.plumbline.backup.Backup;
import org.plumbline.backup.BackupFailed;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.EmbeddedPostgres;
import org.plumbline.postgres.FolderInUse;
import org.plumbline.postgres.MajorMove;
import org.plumbline.postgres.Migrations;
import org.plumbline.postgres.PostgresFailure;
import org.plumbline.settings.Settings;
import org.plumbline.settings.SettingsRefused;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code upgrade --data DIR}: backs the folder up, brings its records to the form and the database server of this
 * version, and checks it. Nothing else runs over the folder meanwhile; one that broke off is begun again.
 */
final class Upgrade {
    private final PrintStream out;
    private final PrintStream err;

    Upgrade(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment) {
        Options options = Options.parse(
                arguments, "upgrade", List.of("data", "backup", "own-backup", "config", "key-file", "key-from"));
        if (!options.words().isEmpty()) {
            throw new UsageException(
                    "upgrade takes options only, not \"" + options.words().getFirst() + "\"");
        }
        Path data =
                Path.of(options.required("data", "upgrade")).toAbsolutePath().normalize();
        Commands.requireWhole(data);
        try {
            Settings settings = SettingsOf.commandLine(options, environment);
            // What the migrations say of themselves is for the log of a server.
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
            return settings.value("database.url").equals("embedded")
                    ? embedded(options, data, settings)
                    : outside(options, settings);
        } catch (FolderInUse running) {
            err.println(running.getMessage());
        } catch (PostgresFailure | BackupFailed failed) {
            err.println(failed.getMessage());
        } catch (SettingsRefused refused) {
            refused.problems().forEach(err::println);
        }
        return 1;
    }

    private int embedded(Options options, Path data, Settings settings) throws BackupFailed {
        Path records = data.resolve("records");
        if (!Files.isDirectory(records.resolve("data")) && !Files.isDirectory(records.resolve("next"))) {
            err.println(data + " is no data folder: it has no records.");
            return 1;
        }
        if (options.value("own-backup").isPresent()) {
            throw new UsageException("--own-backup is for a database.url; here upgrade takes the backup itself");
        }
        boolean moves = MajorMove.isNeeded(records);
        if (!moves && pending(records).isEmpty()) {
            out.println("Nothing to do: the records have the form of this version.");
            return 0;
        }
        Path to = options.value("backup").map(Path::of).orElse(data.resolveSibling(data.getFileName() + ".backups"));
        Backup.Taken taken = Backup.take(data, to, Version.NOW, Integer.MAX_VALUE, Clock.systemUTC());
        out.println("backup     " + taken.name() + " in " + to);
        if (moves) {
            moved(MajorMove.move(records, line -> out.println("           " + line)));
        } else {
            out.println("migrated   " + over(records, Migrations::migrate) + " changes of form");
        }
        keys(data, settings);
        int checked = new Fsck(out, err).over(data, SettingsOf.keySource(settings), Optional.empty());
        out.println(
                checked == 0
                        ? "Upgraded. The backup of before is yours to delete: " + to.resolve(taken.name())
                        : "The records were upgraded, but not everything in the folder holds. The backup of before: "
                                + taken.name() + " in " + to);
        return checked;
    }

    /** In their form of now: those of before the master key lie open. */
    private void keys(Path data, Settings settings) {
        MasterKeys masters = MasterKeys.open(data, SettingsOf.keySource(settings));
        if (masters.made()) {
            out.println("keys       sealed under a master key that was made: " + masters.place()
                    + ". Nothing opens without it; print its recovery sheet: ./plumbline keys sheet --data " + data);
        }
        TrailFiles.takeInKeys(new KeyFolder(data, masters, Clock.systemUTC()));
    }

    private void moved(MajorMove.Moved moved) {
        out.println("migrated   " + moved.migrated() + " changes of form");
        out.println("moved      from PostgreSQL " + moved.from() + " to " + moved.to() + ": "
                + moved.tables().size() + " tables, " + moved.rows() + " rows; counts and digests are the same");
    }

    private static List<String> pending(Path records) {
        return over(records, steps -> {
            steps.requireKnown();
            return steps.pending();
        });
    }

    private static <T> T over(Path records, java.util.function.Function<Migrations, T> work) {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(records, new SecureRandom())) {
            return work.apply(server.provision().migrations());
        }
    }

    /** A database of its owner's own: its tools back it up, and its owner moves it to a new major version. */
    private int outside(Options options, Settings settings) {
        Map<String, String> properties = settings.properties();
        Migrations steps = Migrations.over(
                settings.value("database.url"), properties.getOrDefault("plumbline.database.owner-password", ""));
        steps.requireKnown();
        if (steps.pending().isEmpty()) {
            out.println("Nothing to do: the records have the form of this version.");
            return 0;
        }
        Supplier<CommandRefused> unsaved = () -> new CommandRefused("The database is your own server, whose tools back"
                + " it up. Take a backup, then name it: upgrade --data DIR --own-backup NAME. To be done: "
                + String.join(", ", steps.pending()));
        String backup = options.value("own-backup").orElseThrow(unsaved);
        steps.requireUnused();
        out.println("backup     " + backup + ", by your own tools");
        out.println("migrated   " + steps.migrate() + " changes of form");
        return 0;
    }
}
