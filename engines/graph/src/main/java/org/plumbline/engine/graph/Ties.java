package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * A page of an entity's links.
 *
 * @param ties by type, those going out before those coming in, then by the other end and the link
 * @param end {@link End#LIMIT} when more follow
 */
public record Ties(List<Tie> ties, End end) {
    /** Copies the list. */
    public Ties {
        ties = List.copyOf(ties);
    }

    /**
     * One link as an entity has it.
     *
     * @param link the record that states it
     * @param type its schema
     * @param incoming whether it begins at the other end
     * @param other the entity there
     */
    public record Tie(UUID link, int type, boolean incoming, UUID other) {
        int order(Tie next) {
            int order = Integer.compare(type, next.type);
            if (order == 0) {
                order = Boolean.compare(incoming, next.incoming);
            }
            if (order == 0) {
                order = Identifiers.compare(other, next.other);
            }
            return order != 0 ? order : Identifiers.compare(link, next.link);
        }
    }
}
