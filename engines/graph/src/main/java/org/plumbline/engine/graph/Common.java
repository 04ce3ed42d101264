package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The entities linked with both of two.
 *
 * @param entities by their identifiers
 * @param end whether these are all
 */
public record Common(List<UUID> entities, End end) {
    /** Copies the list. */
    public Common {
        entities = List.copyOf(entities);
    }

    static Common of(Graph graph, Walk walk, Marks marks, int one, int other) {
        if (walk.open(one)) {
            while (walk.next()) {
                marks.put(walk.other(), 0);
            }
        }
        List<UUID> both = new ArrayList<>();
        if (walk.end() == End.WHOLE && walk.open(other)) {
            while (walk.next()) {
                if (marks.hops(walk.other()) == 0) {
                    marks.put(walk.other(), 1);
                    both.add(graph.id(walk.other()));
                }
            }
        }
        both.sort(Identifiers::compare);
        return new Common(both, walk.end());
    }
}
