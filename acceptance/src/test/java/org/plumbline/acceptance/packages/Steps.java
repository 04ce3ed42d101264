package org.plumbline.acceptance.packages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What was done, in order, and what did not hold; after the first step that broke nothing that needs it is done. */
final class Steps {
    private final Map<String, Long> done = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Consumer<String> progress;
    private boolean broken;

    Steps(Consumer<String> progress) {
        this.progress = progress;
    }

    /** One step; may break. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }

    /** Does it, unless one before it broke. */
    void then(String what, Step step) {
        if (broken) {
            return;
        }
        progress.accept(what);
        long start = System.nanoTime();
        try {
            step.take();
            done.put(what, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception | AssertionError e) {
            broken = true;
            failures.add(what + ": " + e.getMessage());
        }
    }

    /** Notes what does not hold; what comes after goes on. */
    void hold(String what, boolean holds) {
        if (!holds) {
            failures.add(what);
        }
    }

    void holds(String what, List<String> faults) {
        faults.forEach(fault -> failures.add(what + ": " + fault));
    }

    /** Each step with the seconds that it took. */
    Map<String, Long> done() {
        return Collections.unmodifiableMap(done);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
