package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The way with the best evidence (E. Dijkstra 1959): each link costs the more the weaker its evidence is, so a way is
 * long in few weak links or in many strong ones. Of several links between two entities the strongest counts.
 */
final class StrongestWay {
    private final Graph graph;
    private final Walk walk;
    private final Marks costs;

    private record Open(int entity, int cost) {}

    StrongestWay(Graph graph, Walk walk, Marks costs) {
        this.graph = graph;
        this.walk = walk;
        this.costs = costs;
    }

    /** From one entity to another, both visible. */
    Route between(int first, int last, Walk again) {
        PriorityQueue<Open> open = new PriorityQueue<>((one, other) -> Integer.compare(one.cost(), other.cost()));
        costs.put(first, 0);
        open.add(new Open(first, 0));
        while (!open.isEmpty()) {
            Open next = open.remove();
            if (next.entity() == last) {
                return new Route(back(last, again), End.WHOLE);
            }
            if (next.cost() == costs.hops(next.entity()) && !spread(next, open)) {
                break;
            }
        }
        return new Route(List.of(), walk.end());
    }

    private boolean spread(Open from, PriorityQueue<Open> open) {
        if (!walk.open(from.entity())) {
            return false;
        }
        while (walk.next()) {
            int cost = from.cost() + cost(walk);
            int known = costs.hops(walk.other());
            if (known < 0 || cost < known) {
                costs.put(walk.other(), cost);
                open.add(new Open(walk.other(), cost));
            }
        }
        return walk.end() == End.WHOLE;
    }

    private int cost(Walk at) {
        return Link.STRONGEST
                + 1
                - graph.overlay().kindTable().kind(at.kind() >> 1).strength();
    }

    /** Each time to the entity with the lowest identifier from which it costs what it does. */
    private List<UUID> back(int last, Walk again) {
        List<UUID> way = new ArrayList<>();
        way.add(graph.id(last));
        int at = last;
        while (costs.hops(at) > 0) {
            int best = -1;
            again.open(at);
            while (again.next()) {
                int before = costs.hops(again.other());
                boolean leads = before >= 0 && before + cost(again) == costs.hops(at);
                if (leads && (best < 0 || Identifiers.compare(graph.id(again.other()), graph.id(best)) < 0)) {
                    best = again.other();
                }
            }
            at = best;
            way.add(graph.id(at));
        }
        return way.reversed();
    }
}
