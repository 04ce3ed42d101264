package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.keys.KeyRefused;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.UnfinishedFolder;
import org.plumbline.settings.Settings;
import org.plumbline.settings.SettingsRefused;
import org.plumbline.verifier.Verify;
import org.plumbline.watching.WriteProbe;
import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;

/** Runs one command of the launcher. Exit codes: 0 done, 1 refused or failed, 2 wrong usage; -1 keeps running. */
public final class Commands {
    /** A command that goes on running. */
    public static final int STAYS = -1;

    private Commands() {}

    /**
     * Runs the command.
     *
     * @param server starts the server with these properties and what they were read from
     */
    public static int run(String command, String[] arguments, Starting server) {
        try {
            return switch (command) {
                case "serve" -> serve(arguments, server, false);
                case "demo" -> serve(arguments, server, true);
                case "admin" -> Admin.run(arguments);
                case "ingest" -> new Ingest(System.out, System.err, onTerminal()).run(arguments, System.getenv());
                case "import" -> Import.run(arguments, System.getenv(), System.out, System.err);
                case "fsck" -> new Fsck(System.out, System.err).run(arguments, System.getenv());
                case "config" -> new ConfigCheck(System.out, System.err).run(arguments, System.getenv());
                case "keys" -> new Keys(System.out, System.err).run(arguments, System.getenv(), System.in);
                case "backup" -> new BackupCommand(System.out, System.err).backup(arguments);
                case "restore" -> new BackupCommand(System.out, System.err).restore(arguments, System.getenv());
                case "upgrade" -> new Upgrade(System.out, System.err).run(arguments, System.getenv());
                case "support" -> new Support(System.out, System.err).run(arguments, System.getenv());
                case "verify" -> Verify.run(arguments, System.out, System.err);
                default -> unknown(command, System.err);
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (CommandRefused | KeyRefused e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** Starts the server, which goes on running. */
    @FunctionalInterface
    public interface Starting {
        void start(Map<String, Object> properties, Settings settings, MasterKeys keys);
    }

    private static int serve(String[] arguments, Starting server, boolean demo) {
        Options options = Options.parse(
                arguments,
                demo ? "demo" : "serve",
                List.of("data", "port", "url", "behind-proxy", "config", "key-file", "key-from"));
        if (!demo && options.value("data").isEmpty()) {
            throw new UsageException("serve needs --data DIR, the folder that keeps everything");
        }
        Path data = Path.of(options.value("data").orElse("plumbline-data"));
        try {
            requireWhole(data);
            requireWritable(data);
            Settings settings = SettingsOf.commandLine(options, System.getenv());
            MasterKeys keys = MasterKeys.open(data, SettingsOf.keySource(settings));
            if (keys.made()) {
                System.out.println("A master key was made: " + keys.place() + ". Nothing opens without it. Print its"
                        + " recovery sheet and keep it apart: ./plumbline keys sheet --data " + data);
            }
            var properties = new HashMap<String, Object>(settings.properties());
            properties.put("plumbline.data", data.toString());
            properties.put("plumbline.demo", demo);
            if (demo) {
                // It shall show itself on any machine; its page of health says which walls are missing.
                properties.putIfAbsent("plumbline.documents.sandbox", "reduced");
            }
            server.start(properties, settings, keys);
            return STAYS;
        } catch (SettingsRefused refused) {
            refused.problems().forEach(System.err::println);
            return 1;
        } catch (BeansException failed) {
            System.err.println(NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
            return 1;
        }
    }

    /** A folder that is there; one that isn't is made by the start. */
    private static void requireWritable(Path data) {
        try {
            if (Files.isDirectory(data)) {
                WriteProbe.write(data);
            }
        } catch (IOException refused) {
            throw new CommandRefused("The data folder " + data.toAbsolutePath() + " can't be written: "
                    + refused.getMessage() + ". Nothing was started. See docs/running/faults.md");
        }
    }

    static void requireWhole(Path data) {
        if (UnfinishedFolder.is(data)) {
            throw new CommandRefused(
                    data + " was left half written by a restore that broke off. Empty it and restore" + " again.");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // one checker says it is never null, the other that it may be
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static int unknown(String command, PrintStream err) {
        err.println("There is no command \"" + command + "\" here. Known: "
                + Arrays.asList(
                        "serve", "demo", "ingest", "import", "admin", "config", "keys", "backup", "restore", "upgrade",
                        "fsck", "support", "verify"));
        return 2;
    }
}
