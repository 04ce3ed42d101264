package org.plumbline.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a result says of the commit and the machine it was made on. */
public final class ThisBuild {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ThisBuild() {}

    /** The project's folder: said by the launcher, or the one above this module. */
    public static Path project() {
        return Path.of(System.getProperty("plumbline.home", ".."))
                .toAbsolutePath()
                .normalize();
    }

    static String json(String name, Instant when, ProveOptions options, Campaign.Outcome outcome) {
        var result = new LinkedHashMap<String, Object>();
        result.put("prove", name);
        result.put("commit", commit());
        result.put("machine", machine());
        result.put("when", when.toString());
        result.put("size", options.size().code());
        result.put("seed", options.seed());
        result.put("counts", outcome.counts());
        result.put("failures", outcome.failures());
        return JSON.writeValueAsString(result) + "\n";
    }

    private static String commit() {
        boolean changed = git("status", "--porcelain", "--untracked-files=no")
                .filter(lines -> !lines.isEmpty())
                .isPresent();
        return git("rev-parse", "HEAD")
                .map(head -> changed ? head + "+changes" : head)
                .orElse("unknown");
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.version") + ", Java " + Runtime.version();
    }

    private static String memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.findFirst().orElse("").replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "memory unknown";
        }
    }

    private static Optional<String> git(String... words) {
        var command = new ArrayList<>(List.of("git", "-C", project().toString()));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
