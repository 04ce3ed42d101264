package org.plumbline.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeySource;
import org.plumbline.keys.MasterChange;
import org.plumbline.keys.MasterKey;
import org.plumbline.keys.MasterKeys;
import org.plumbline.keys.RecoverySheet;
import org.plumbline.postgres.FolderInUse;
import org.plumbline.postgres.FolderLock;
import org.plumbline.settings.SettingsRefused;

/** {@code keys list | sheet | recover | rotate | renew}: the master key and what it seals. */
final class Keys {
    private static final List<String> OPTIONS =
            List.of("data", "config", "key-file", "key-from", "as", "reason", "revoked-since");
    private static final int MOST_TYPED = 10_000;

    private final PrintStream out;
    private final PrintStream err;

    Keys(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment, InputStream typed) {
        Options options = Options.parse(arguments, "keys", OPTIONS);
        boolean renews =
                options.words().size() == 2 && options.words().getFirst().equals("renew");
        String what = options.words().size() == 1 || renews ? options.words().getFirst() : "";
        Path data = Path.of(options.required("data", "keys"));
        try {
            KeySource source = SettingsOf.keySource(SettingsOf.commandLine(options, environment));
            return switch (what) {
                case "list" -> list(data, source);
                case "sheet" -> sheet(data, source, options.value("as").orElse("phrase"));
                case "recover" -> recover(data, source, typed);
                case "rotate" -> alone(data, () -> rotate(data, source));
                case "renew" ->
                    alone(
                            data,
                            () -> new KeyRenewal(out, Clock.systemUTC())
                                    .run(
                                            data,
                                            keys(existing(data, source), data),
                                            options.words().getLast(),
                                            options));
                default -> throw new UsageException("keys takes one of: list, sheet, recover, rotate, renew KIND");
            };
        } catch (SettingsRefused refused) {
            refused.problems().forEach(err::println);
            return 1;
        }
    }

    private int list(Path data, KeySource source) {
        MasterKeys masters = existing(data, source);
        out.println("master       " + masters.now() + "  " + masters.place());
        KeyFolder keys = keys(masters, data);
        keys.all()
                .forEach(key -> out.println("%-12s made %s  sealed under %s  %s"
                        .formatted(key.kind(), key.made(), key.master(), key.publicPart())));
        keys.ended()
                .forEach(key -> out.println("%-12s ended %s  %s  %s: %s"
                        .formatted(
                                key.kind(),
                                key.ended(),
                                key.publicPart(),
                                key.revokedSince()
                                        .map(since -> "revoked since " + since)
                                        .orElse("changed"),
                                key.reason())));
        return 0;
    }

    private int sheet(Path data, KeySource source, String as) {
        MasterKey key = existing(data, source).now();
        switch (as) {
            case "phrase" -> out.print(RecoverySheet.phrase(key));
            case "shares" -> out.print(String.join("\f\n", RecoverySheet.shares(key)));
            default -> throw new UsageException("--as takes phrase or shares, not \"" + as + "\"");
        }
        return 0;
    }

    private int recover(Path data, KeySource source, InputStream typed) {
        Path file = source.file().orElse(MasterKeys.usualFile(data));
        out.println("Type the 24 words, or two shares with their lines \"Share N\", then end the input (Ctrl-D).");
        try {
            String text = new String(typed.readNBytes(MOST_TYPED), StandardCharsets.UTF_8);
            MasterKey key = MasterChange.recover(text, MasterKeys.fingerprintOf(data), file);
            out.println("The master key " + key + " is in " + file);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("What was typed can't be read", e);
        }
    }

    private static KeyFolder keys(MasterKeys masters, Path data) {
        return new KeyFolder(data, masters, Clock.systemUTC());
    }

    /** Beside a server, which has the keys open, nothing is changed. */
    private static int alone(Path data, IntSupplier work) {
        FolderLock alone;
        try {
            alone = FolderLock.acquire(data.resolve("records"));
        } catch (FolderInUse running) {
            throw new CommandRefused("A server is running over " + data + "; stop it first");
        }
        try {
            return work.getAsInt();
        } finally {
            alone.close();
        }
    }

    private int rotate(Path data, KeySource source) {
        existing(data, source);
        MasterKeys now = MasterChange.rotate(data, source, Clock.systemUTC());
        out.println("The master key is " + now.now() + " now, in " + now.place()
                + ". Backups of before need the one of before: keep its recovery sheet as long as you keep them,"
                + " and print one of the new key.");
        return 0;
    }

    private static MasterKeys existing(Path data, KeySource source) {
        Optional<String> fingerprint = MasterKeys.fingerprintOf(data);
        if (fingerprint.isEmpty() || !Files.isDirectory(data)) {
            throw new CommandRefused(data + " is no data folder: it names no master key");
        }
        return MasterKeys.open(data, source);
    }
}
