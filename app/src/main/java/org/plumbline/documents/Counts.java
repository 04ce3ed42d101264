package org.plumbline.documents;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many items of an ingestion are in each state. The numbers of all states add up to {@link #total()}.
 *
 * @param inputs files received
 */
public record Counts(Map<ItemState, Long> byState, long inputs) {
    public Counts {
        var all = new EnumMap<ItemState, Long>(ItemState.class);
        for (ItemState state : ItemState.values()) {
            all.put(state, byState.getOrDefault(state, 0L));
        }
        byState = java.util.Collections.unmodifiableMap(all);
    }

    public long of(ItemState state) {
        return byState.getOrDefault(state, 0L);
    }

    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Items in a final state. */
    public long done() {
        return total() - open();
    }

    /** Items without a final state. */
    public long open() {
        return of(ItemState.WAITING) + of(ItemState.RUNNING);
    }
}
