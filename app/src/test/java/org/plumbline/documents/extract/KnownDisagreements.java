package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files on which we hold to another view than the manifest, or still fall short, each with the reason. Those that
 * an outside tool reads are listed where it is not installed.
 */
final class KnownDisagreements {
    private KnownDisagreements() {}

    static Map<String, String> read(List<OutsideProgram> installed) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (InputStream in = KnownDisagreements.class.getResourceAsStream("known-disagreements.txt")) {
            if (in == null) {
                throw new IllegalStateException("known-disagreements.txt is not on the class path");
            }
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int bar = line.lastIndexOf(" | ");
                        if (bar < 0 || line.length() - bar < 20) {
                            throw new IllegalStateException("A listed disagreement states its reason: " + line);
                        }
                        String reason = line.substring(bar + 3);
                        if (installed.stream()
                                .noneMatch(program -> reason.startsWith(
                                        "WITHOUT " + program.tool().program() + ":"))) {
                            reasons.put(line.substring(0, bar), reason);
                        }
                    });
        }
        return reasons;
    }
}
