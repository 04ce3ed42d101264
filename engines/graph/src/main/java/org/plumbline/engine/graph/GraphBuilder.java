package org.plumbline.engine.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers entities and links, in any order, into one graph. For one thread. */
public final class GraphBuilder {
    private final TreeMap<UUID, TreeSet<Integer>> entities = new TreeMap<>();
    private final Map<UUID, Link> links = new HashMap<>();

    /** Adds that an entity is stated under a label; stated under several, it is visible to whoever sees one. */
    public GraphBuilder entity(UUID id, int label) {
        if (label < 0) {
            throw new IllegalArgumentException(
                    "Entity " + id + " has label " + label + "; it may not be below 0: give it that of its record");
        }
        entities.computeIfAbsent(id, each -> new TreeSet<>()).add(label);
        return this;
    }

    /** Adds a link; each is stated once. */
    public GraphBuilder link(Link link) {
        if (links.putIfAbsent(link.id(), link) != null) {
            throw new IllegalArgumentException(
                    "Link " + link.id() + " is in the graph already; each is stated once: leave the second away");
        }
        return this;
    }

    /**
     * The graph.
     *
     * @throws IllegalArgumentException when a link begins or ends at an entity that was not added
     */
    public Graph build() {
        links.values().forEach(link -> {
            known(link, link.source());
            known(link, link.target());
        });
        return new Graph(entities, links.values());
    }

    private void known(Link link, UUID end) {
        if (!entities.containsKey(end)) {
            throw new IllegalArgumentException("Link " + link.id() + " names entity " + end
                    + ", which is not in the graph; add both its ends first");
        }
    }
}
