package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command of the launcher, run to its end in a process of its own.
 *
 * @param said on both of its outputs
 */
public record CommandRun(int exit, String said) {
    /** Runs it. */
    public static CommandRun of(String... command) {
        try {
            Process process = started(ProcessBuilder.Redirect.PIPE, command);
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandRun(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("The command cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it with something in its environment, for who does something else meanwhile. */
    public static Process started(Map<String, String> environment, Path said, String... command) throws IOException {
        return started(environment, ProcessBuilder.Redirect.to(said.toFile()), command);
    }

    /** Starts it, for who wants to end it before its end. */
    public static Process started(ProcessBuilder.Redirect output, String... command) throws IOException {
        return started(Map.of(), output, command);
    }

    private static Process started(Map<String, String> environment, ProcessBuilder.Redirect output, String... command)
            throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plumbline.Plumbline"));
        words.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Itself, when it was carried out. */
    public CommandRun expectDone() {
        if (exit != 0) {
            throw new IllegalStateException("A command ended with " + exit + ":\n" + said);
        }
        return this;
    }
}
