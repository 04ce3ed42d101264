package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * What was reached.
 *
 * @param entities nearest first, those equally near in the order they were met, which is always the same
 * @param end whether that is all
 */
public record Reach(List<Step> entities, End end) {
    /** Copies the list. */
    public Reach {
        entities = List.copyOf(entities);
    }

    /**
     * One entity and how far it is.
     *
     * @param entity which one
     * @param hops how many links away, 0 for the beginning
     */
    public record Step(UUID entity, int hops) {}
}
