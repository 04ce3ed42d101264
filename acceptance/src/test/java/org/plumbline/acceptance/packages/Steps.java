package org.plumbline.acceptance.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was done, in order, and what did not hold; after the first step that broke nothing that needs it is done. */
final class Steps {
    private final List<String> done = new ArrayList<>();
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
        try {
            step.take();
            done.add(what);
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

    List<String> done() {
        return List.copyOf(done);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
