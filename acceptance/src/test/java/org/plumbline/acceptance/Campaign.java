package org.plumbline.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One long attempt to break the system from outside. */
public interface Campaign {
    /** The name by which it is asked for. */
    String name();

    /**
     * Runs it, or takes it up where an earlier run over the same folder was ended.
     *
     * @param folder what this campaign of this size and seed keeps; deleted by the caller once it passed
     * @throws IllegalStateException when it could not be run to its end
     */
    Outcome run(Size size, long seed, Path folder, Consumer<String> progress);

    /** How long a campaign takes. */
    enum Size {
        SMALL,
        FULL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came of it.
     *
     * @param counts what was done and checked, by name
     * @param failures what did not hold; empty when it passed
     */
    record Outcome(Map<String, Object> counts, List<String> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }
}
