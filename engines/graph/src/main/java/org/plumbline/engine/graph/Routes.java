package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * Several ways between two entities.
 *
 * @param ways each from the first entity to the last
 * @param end whether these are all
 */
public record Routes(List<List<UUID>> ways, End end) {
    /** Copies the lists. */
    public Routes {
        ways = ways.stream().map(List::copyOf).toList();
    }
}
