package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a program answered.
 *
 * @param said its output and its complaints, as they came
 */
record Ran(List<String> words, int exit, String said) {
    Ran {
        words = List.copyOf(words);
    }

    static Ran words(String... words) {
        return words(List.of(words), Map.of());
    }

    /** @param environment beside this process's own */
    static Ran words(List<String> words, Map<String, String> environment) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(words, process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(words.getFirst() + " cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean well() {
        return exit == 0;
    }

    /** Its output, when it ended well. */
    String output() {
        if (!well()) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + exit + ": " + said.strip());
        }
        return said.strip();
    }

    /** The last line, which names what a script made. */
    Path made() {
        return Path.of(output().lines().reduce("", (before, line) -> line));
    }
}
