package org.plumbline.engine.evidence.completeness;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the lines of a ledger add up to, for whoever writes one and whoever checks it. */
public final class LedgerSums {
    /** The states in which nothing more is done with a file. */
    public static final Set<String> FINAL = Set.of(
            "indexed", "container", "duplicate", "encrypted", "unsupported", "empty", "partial", "failed", "excluded");

    private final Map<String, Long> states = new TreeMap<>();
    private long received;
    private long receivedBytes;
    private long inside;

    /** Adds a line. */
    public void add(LedgerLine line) {
        states.merge(line.state(), 1L, Long::sum);
        if (line.parent().isPresent()) {
            inside++;
        } else {
            received++;
            receivedBytes += line.bytes();
        }
    }

    /** How many files are in each state that any is in. */
    public Map<String, Long> states() {
        return Collections.unmodifiableMap(states);
    }

    /** How many files have no final state. */
    public long open() {
        return states.entrySet().stream()
                .filter(state -> !FINAL.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many files were received. */
    public long received() {
        return received;
    }

    /** How many bytes they have. */
    public long receivedBytes() {
        return receivedBytes;
    }

    /** How many files were found inside others. */
    public long inside() {
        return inside;
    }
}
