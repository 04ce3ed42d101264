package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Shortest ways between two entities: both ends are walked from by whole levels, the narrower one first, until they
 * meet. Which of several ways is given depends on identifiers only.
 */
final class Ways {
    private final Graph graph;
    private final Question question;
    private final Workplaces.Two places;

    Ways(Graph graph, Question question, Workplaces.Two places) {
        this.graph = graph;
        this.question = question;
        this.places = places;
    }

    Route shortest(UUID from, UUID to) {
        var walk = new Walk(graph, question);
        int first = graph.find(from);
        int last = graph.find(to);
        if (first < 0 || last < 0 || !walk.sees(first) || !walk.sees(last)) {
            return new Route(List.of(), End.WHOLE);
        }
        var near = new Side(places.near(graph.size()), first);
        var far = new Side(places.far(graph.size()), last);
        List<Integer> meetings = meet(walk, near, far);
        if (meetings.isEmpty()) {
            return new Route(List.of(), walk.end());
        }
        int meeting = Collections.min(meetings, (one, other) -> Identifiers.compare(graph.id(one), graph.id(other)));
        List<UUID> way = new ArrayList<>(back(near, meeting).reversed());
        way.add(graph.id(meeting));
        way.addAll(back(far, meeting));
        return new Route(way, End.WHOLE);
    }

    Routes allShortest(UUID from, UUID to, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for " + most + " ways; ask for 1 or more");
        }
        var walk = new Walk(graph, question);
        int first = graph.find(from);
        int last = graph.find(to);
        if (first < 0 || last < 0 || !walk.sees(first) || !walk.sees(last)) {
            return new Routes(List.of(), End.WHOLE);
        }
        var near = new Side(places.near(graph.size()), first);
        var far = new Side(places.far(graph.size()), last);
        List<Integer> meetings = meet(walk, near, far);
        if (meetings.isEmpty()) {
            return new Routes(List.of(), walk.end());
        }
        return new AllWays(near, far, meetings, most).given(first);
    }

    /** Walks until the sides meet; where they do at their nearest, or nowhere. */
    private static List<Integer> meet(Walk walk, Side near, Side far) {
        List<Integer> meetings = meetings(near, far);
        while (meetings.isEmpty() && near.waiting() && far.waiting()) {
            Side narrower = near.width() <= far.width() ? near : far;
            if (!narrower.level(walk)) {
                return List.of();
            }
            meetings = meetings(narrower, narrower == near ? far : near);
        }
        return meetings;
    }

    /**
     * Invariant: only whole levels are compared, so whatever of a side's newest level the other has met lies on a
     * shortest way, in the other's newest level too.
     */
    private static List<Integer> meetings(Side newest, Side other) {
        List<Integer> meetings = new ArrayList<>();
        for (int place = newest.size() - newest.width(); place < newest.size(); place++) {
            if (other.has(newest.at(place))) {
                meetings.add(newest.at(place));
            }
        }
        return meetings;
    }

    /** From an entity to where a side began, without that entity; of several the one with the lowest identifier. */
    private List<UUID> back(Side side, int from) {
        var walk = unlimited();
        List<UUID> way = new ArrayList<>();
        int at = from;
        while (side.hops(at) > 0) {
            at = nearer(walk, side, at);
            way.add(graph.id(at));
        }
        return way;
    }

    private int nearer(Walk walk, Side side, int from) {
        int best = -1;
        walk.open(from);
        while (walk.next()) {
            int other = walk.other();
            if (side.hops(other) == side.hops(from) - 1
                    && (best < 0 || Identifiers.compare(graph.id(other), graph.id(best)) < 0)) {
                best = other;
            }
        }
        return best;
    }

    private Walk unlimited() {
        return new Walk(graph, question.unlimited());
    }

    /** Every way over entities that lie on a shortest one, in the order of identifiers. */
    private final class AllWays {
        private final Side near;
        private final Side far;
        private final int most;
        private final BitSet onTheWay = new BitSet();
        private final Walk walk = unlimited();
        private final List<List<UUID>> ways = new ArrayList<>();
        private boolean more;

        AllWays(Side near, Side far, List<Integer> meetings, int most) {
            this.near = near;
            this.far = far;
            this.most = most;
            List<Integer> level = meetings;
            while (!level.isEmpty()) {
                level.forEach(onTheWay::set);
                level = level.stream()
                        .flatMap(each -> neighbours(each, near, near.hops(each) - 1).stream())
                        .distinct()
                        .filter(each -> !onTheWay.get(each))
                        .toList();
            }
        }

        Routes given(int first) {
            List<UUID> way = new ArrayList<>();
            way.add(graph.id(first));
            on(first, way);
            return new Routes(ways, more ? End.LIMIT : End.WHOLE);
        }

        private void on(int at, List<UUID> way) {
            if (far.hops(at) == 0) {
                more |= ways.size() == most;
                if (!more) {
                    ways.add(List.copyOf(way));
                }
                return;
            }
            for (int next : steps(at)) {
                if (more || question.cancelled().getAsBoolean()) {
                    more = true;
                    return;
                }
                way.addLast(graph.id(next));
                on(next, way);
                way.removeLast();
            }
        }

        private List<Integer> steps(int at) {
            if (far.hops(at) > 0 && near.hops(at) == near.depth()) {
                return neighbours(at, far, far.hops(at) - 1);
            }
            if (far.hops(at) > 0 && near.hops(at) < 0) {
                return neighbours(at, far, far.hops(at) - 1);
            }
            return neighbours(at, near, near.hops(at) + 1).stream()
                    .filter(onTheWay::get)
                    .toList();
        }

        /** Neighbours at a distance on a side, by their identifiers. */
        private List<Integer> neighbours(int at, Side side, int hops) {
            TreeSet<Integer> found = new TreeSet<>((one, other) -> Identifiers.compare(graph.id(one), graph.id(other)));
            if (hops >= 0) {
                walk.open(at);
                while (walk.next()) {
                    if (side.hops(walk.other()) == hops) {
                        found.add(walk.other());
                    }
                }
            }
            return List.copyOf(found);
        }
    }
}
