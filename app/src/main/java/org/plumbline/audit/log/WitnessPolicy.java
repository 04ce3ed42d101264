package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The outside witnesses that the configuration names: a C2SP tlog-policy in {@code plumbline.trail.witnesses}. */
@Component
class WitnessPolicy {
    private final List<Policy.WitnessKey> witnesses;
    private final String lines;

    WitnessPolicy(@Value("${plumbline.trail.witnesses:}") String file) {
        String text = file.isEmpty() ? "" : read(Path.of(file));
        this.witnesses = text.isEmpty() ? List.of() : parsed(file, text);
        this.lines = text.isEmpty()
                ? "quorum none\n"
                : text.lines()
                        .filter(line -> !line.startsWith("log ") && !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    List<Policy.WitnessKey> witnesses() {
        return witnesses;
    }

    /** What vouches for a log's keys and asks for these witnesses, as a C2SP tlog-policy. */
    String over(List<String> verifiers) {
        return verifiers.stream().map(key -> "log " + key + "\n").collect(Collectors.joining()) + lines;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "plumbline.trail.witnesses names " + file + ", which cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Policy.WitnessKey> parsed(String file, String text) {
        try {
            List<Policy.WitnessKey> all = List.copyOf(Policy.parse(text.getBytes(StandardCharsets.UTF_8))
                    .witnesses()
                    .values());
            all.stream().filter(witness -> witness.url().isEmpty()).findAny().ifPresent(without -> {
                throw new IllegalStateException(
                        "plumbline.trail.witnesses: " + file + " gives no URL for witness " + without.name());
            });
            return all;
        } catch (Refused e) {
            throw new IllegalStateException(
                    "plumbline.trail.witnesses: " + file + " is no tlog-policy: " + e.getMessage(), e);
        }
    }
}
