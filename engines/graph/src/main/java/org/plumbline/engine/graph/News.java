package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What was recorded lately about the links of a selection.
 *
 * @param links oldest first, then by their identifiers
 * @param end {@link End#LIMIT} when there are more than asked for
 */
public record News(List<Recorded> links, End end) {
    /** Copies the list. */
    public News {
        links = List.copyOf(links);
    }

    /**
     * A link and when it was recorded.
     *
     * @param minute counted from 1970-01-01T00:00Z
     */
    public record Recorded(UUID link, int type, UUID source, UUID target, int minute) {}

    static News since(Graph graph, Walk walk, Iterable<UUID> selection, int minute, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for " + most + " links; ask for 1 or more");
        }
        List<Recorded> found = new ArrayList<>();
        for (UUID id : selection) {
            int entity = graph.find(id);
            if (entity >= 0 && walk.sees(entity) && walk.end() == End.WHOLE && walk.open(entity)) {
                while (walk.next()) {
                    if (graph.recorded(walk.link()) >= minute) {
                        found.add(recorded(graph, walk, id));
                    }
                }
            }
        }
        List<Recorded> sorted = found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Recorded::minute).thenComparing(Recorded::link, Identifiers::compare))
                .toList();
        boolean cut = sorted.size() > most && walk.end() == End.WHOLE;
        return new News(sorted.subList(0, Math.min(most, sorted.size())), cut ? End.LIMIT : walk.end());
    }

    private static Recorded recorded(Graph graph, Walk walk, UUID at) {
        boolean incoming = (walk.kind() & 1) == 1;
        UUID other = graph.id(walk.other());
        return new Recorded(
                graph.linkId(walk.link()),
                graph.overlay().kindTable().kind(walk.kind() >> 1).type(),
                incoming ? other : at,
                incoming ? at : other,
                graph.recorded(walk.link()));
    }
}
