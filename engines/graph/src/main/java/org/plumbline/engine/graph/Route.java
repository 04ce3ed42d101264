package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * A shortest way between two entities.
 *
 * @param entities from the first to the last; empty when there is none or it was not found before the end
 * @param end whether the search looked at all it had to
 */
public record Route(List<UUID> entities, End end) {
    /** Copies the list. */
    public Route {
        entities = List.copyOf(entities);
    }
}
