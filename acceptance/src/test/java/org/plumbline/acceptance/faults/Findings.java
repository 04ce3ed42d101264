package org.plumbline.acceptance.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What was done and what did not hold. */
final class Findings {
    private final Map<String, Object> counts = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Consumer<String> progress;

    Findings(Consumer<String> progress) {
        this.progress = progress;
    }

    void begins(String what) {
        progress.accept(what);
    }

    void count(String name, Object value) {
        counts.put(name, value);
    }

    void more(String name) {
        counts.merge(name, 1, (a, b) -> (Integer) a + (Integer) b);
    }

    void longest(String name, long nanos) {
        int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(nanos);
        counts.merge(name, seconds, (a, b) -> Math.max((Integer) a, (Integer) b));
    }

    void equal(String what, Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            failures.add(what + ": " + found + " instead of " + expected);
        }
    }

    void holds(String what, boolean held) {
        if (!held) {
            failures.add(what);
        }
    }

    Map<String, Object> counts() {
        return counts;
    }

    List<String> failures() {
        return failures;
    }
}
