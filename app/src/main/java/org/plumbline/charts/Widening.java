package org.plumbline.charts;

import java.util.Optional;
import java.util.UUID;

/**
 * A wish to see more around one entity.
 *
 * @param type the links to follow, a {@link ChartLink#type}; empty for all
 * @param within the time the links must touch; links whose time nobody knows are then left out
 * @param limit how many entities to add at most; 0 asks for the entity itself
 */
public record Widening(UUID node, String type, Optional<Span> within, int limit) {
    /** More than this at once nobody takes in. */
    public static final int MOST = 500;

    public Widening {
        if (limit < 0 || limit > MOST) {
            throw new IllegalArgumentException("Between 0 and " + MOST + " entities are added at once, not " + limit);
        }
    }

    boolean follows(ChartLink link) {
        return link.touches(node)
                && (type.isEmpty() || type.equals(link.type()))
                && within.map(span -> span.touches(link)).orElse(true);
    }
}
