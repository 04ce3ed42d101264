package org.plumbline.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.backup.Backup;
import org.plumbline.backup.BackupFailed;
import org.plumbline.backup.Restore;
import org.plumbline.settings.SettingsRefused;

/** {@code backup --data DIR TO} and {@code restore FROM --data DIR}. */
final class BackupCommand {
    private static final int MEGABYTE = 1_000_000;

    private final PrintStream out;
    private final PrintStream err;

    BackupCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int backup(String[] arguments) {
        Options options = Options.parse(arguments, "backup", List.of("data", "keep"));
        Path data = Path.of(options.required("data", "backup"));
        Path to = one(options, "backup needs the folder that keeps backups: backup --data DIR TO");
        Commands.requireWhole(data);
        try {
            Backup.Taken taken = Backup.take(data, to, Version.NOW, keep(options), Clock.systemUTC());
            out.println("backup  " + taken.name());
            out.println("holds   " + taken.files() + " files, " + megabytes(taken.bytes()));
            out.println("added   " + megabytes(taken.added()) + " to " + to);
            if (taken.deleted() > 0) {
                out.println("deleted " + taken.deleted() + " older backups");
            }
            out.println("The master key is not in it, nor are the keys that sign: keep its recovery sheet elsewhere.");
            return 0;
        } catch (BackupFailed failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }

    int restore(String[] arguments, Map<String, String> environment) {
        Options options = Options.parse(arguments, "restore", List.of("data", "at", "key-file", "key-from", "config"));
        Path from = one(options, "restore needs the folder that keeps backups: restore FROM --data DIR [--at NAME]");
        Path data = Path.of(options.required("data", "restore"));
        try {
            Restore.Restored restored = Restore.restore(
                    from,
                    options.value("at"),
                    data,
                    SettingsOf.keySource(SettingsOf.commandLine(options, environment)));
            out.println("restored    " + restored.name() + ", taken " + restored.taken() + ": " + restored.files()
                    + " files, " + megabytes(restored.bytes()));
            if (!restored.masterKey().isEmpty()) {
                out.println("master key  " + restored.masterKey() + "  " + restored.key());
            }
            out.println(
                    "What was done after " + restored.taken() + " is not in it: roles, standings and holds are those"
                            + " of then, so look through who has left since. Everybody is signed out at the next start, and the"
                            + " trail goes on under a new key, with an entry that says so.");
            out.println("Next: ./plumbline fsck --data " + data + ", then ./plumbline serve --data " + data);
            return 0;
        } catch (BackupFailed failed) {
            err.println(failed.getMessage());
            return 1;
        } catch (SettingsRefused refused) {
            refused.problems().forEach(err::println);
            return 1;
        }
    }

    private static int keep(Options options) {
        String asked = options.value("keep").orElse(Integer.toString(Integer.MAX_VALUE));
        if (!asked.matches("[1-9][0-9]{0,9}") || Long.parseLong(asked) > Integer.MAX_VALUE) {
            throw new UsageException("--keep takes how many backups stay, 1 or more, not \"" + asked + "\"");
        }
        return Integer.parseInt(asked);
    }

    private static Path one(Options options, String usage) {
        return Optional.of(options.words())
                .filter(words -> words.size() == 1)
                .map(words -> Path.of(words.getFirst()))
                .orElseThrow(() -> new UsageException(usage));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }
}
