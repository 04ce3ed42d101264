package org.plumbline.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One short command run to its end.
 *
 * @param exit its exit code
 * @param output what it wrote, standard output and error together
 */
record ShellCommand(int exit, String output) {
    /**
     * Runs it with PostgreSQL's own environment variables removed, so that nothing outside the folder steers the
     * server.
     */
    static ShellCommand run(List<String> words) {
        try {
            Process process = prepared(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ShellCommand(process.waitFor(), output.strip());
        } catch (IOException absent) {
            return new ShellCommand(127, String.valueOf(absent.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while running " + words.getFirst(), interrupted);
        }
    }

    static ProcessBuilder prepared(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** Sends a signal, by the shell's own {@code kill}: Java knows only TERM and KILL. */
    static void signal(String name, long pid) {
        run(List.of("/bin/sh", "-c", "kill -" + name + " \"$0\"", Long.toString(pid)));
    }

    boolean succeeded() {
        return exit == 0;
    }
}
