package org.plumbline.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.plumbline.verifier.Verify;

/** Runs one command of the launcher. Exit codes: 0 done, 1 refused or failed, 2 wrong usage; -1 keeps running. */
public final class Commands {
    /** A command that goes on running. */
    public static final int STAYS = -1;

    private Commands() {}

    /**
     * Runs the command.
     *
     * @param server starts the server with these {@code --name=value} properties
     */
    public static int run(String command, String[] arguments, Consumer<String[]> server) {
        try {
            return switch (command) {
                case "serve" -> serve(arguments, server, false);
                case "demo" -> serve(arguments, server, true);
                case "admin" -> Admin.run(arguments);
                case "ingest" -> new Ingest(System.out, System.err, onTerminal()).run(arguments, System.getenv());
                case "import" -> Import.run(arguments, System.getenv(), System.out, System.err);
                case "fsck" -> new Fsck(System.out, System.err).run(arguments);
                case "verify" -> Verify.run(arguments, System.out, System.err);
                default -> unknown(command, System.err);
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int serve(String[] arguments, Consumer<String[]> server, boolean demo) {
        Options options = Options.parse(arguments, demo ? "demo" : "serve", List.of("data", "port", "config"));
        var properties = new ArrayList<String>();
        options.value("data").ifPresent(v -> properties.add("--plumbline.data=" + v));
        options.value("port").ifPresent(v -> properties.add("--server.port=" + Options.port(v)));
        options.value("config").ifPresent(v -> properties.add("--spring.config.additional-location=" + v));
        properties.add("--plumbline.demo=" + demo);
        if (!demo && options.value("data").isEmpty()) {
            throw new UsageException("serve needs --data DIR, the folder that keeps everything");
        }
        server.accept(properties.toArray(String[]::new));
        return STAYS;
    }

    @SuppressWarnings("SystemConsoleNull") // one checker says it is never null, the other that it may be
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static int unknown(String command, PrintStream err) {
        err.println("There is no command \"" + command + "\" here. Known: "
                + Arrays.asList("serve", "demo", "ingest", "import", "admin", "fsck", "verify"));
        return 2;
    }
}
