package org.plumbline.bench;

import java.util.List;
import java.util.function.Consumer;

/** One named benchmark. */
public interface Benchmark {
    /** The name by which it is asked for. */
    String name();

    /**
     * Measures everything.
     *
     * @param quick fewer and shorter rounds, for a first look
     * @param progress takes a line whenever something was done
     * @throws IllegalStateException when something could not be measured, or answered other than it should
     */
    List<Row> measure(boolean quick, Consumer<String> progress);
}
