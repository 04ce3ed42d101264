package org.plumbline.engine.graph;

import java.util.Set;

/**
 * One link of a pattern and the entity it leads to.
 *
 * @param types the types of link; empty for all
 * @param direction which way the link is followed
 * @param schemas the schemas that the entity may have; empty for all
 */
public record Step(Set<Integer> types, Direction direction, Set<Integer> schemas) {
    /** Copies the sets. */
    public Step {
        types = Set.copyOf(types);
        schemas = Set.copyOf(schemas);
    }

    /** Which way a link is followed. */
    public enum Direction {
        /** From where it begins. */
        OUT,
        /** From where it ends. */
        IN,
        /** Either way. */
        EITHER
    }

    boolean leads(Graph graph, Walk walk) {
        boolean incoming = (walk.kind() & 1) == 1;
        boolean directed = direction == Direction.EITHER || incoming == (direction == Direction.IN);
        return directed && (schemas.isEmpty() || schemas.contains(graph.schema(walk.other())));
    }
}
