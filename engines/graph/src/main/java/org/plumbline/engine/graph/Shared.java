package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * What several entities have in common.
 *
 * @param held by their identifiers
 * @param end whether these are all
 */
public record Shared(List<Held> held, End end) {
    /** Copies the list. */
    public Shared {
        held = List.copyOf(held);
    }

    /**
     * One entity that several are linked with.
     *
     * @param entity which one
     * @param by two or more, by their identifiers
     */
    public record Held(UUID entity, List<UUID> by) {
        /** Copies the list. */
        public Held {
            by = List.copyOf(by);
        }
    }
}
