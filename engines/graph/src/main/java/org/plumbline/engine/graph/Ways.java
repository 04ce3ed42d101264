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
    private final Walk walk;
    private final Side near;
    private final Side far;

    /** Between two entities that the walk sees. */
    Ways(Graph graph, Question question, Walk walk, Workplaces.Two places, int first, int last) {
        this.graph = graph;
        this.question = question;
        this.walk = walk;
        near = new Side(places.near(graph.size()), first);
        far = new Side(places.far(graph.size()), last);
    }

    Route shortest() {
        List<Integer> meetings = meet();
        if (meetings.isEmpty()) {
            return new Route(List.of(), walk.end());
        }
        int meeting = Collections.min(meetings, (one, other) -> Identifiers.compare(graph.id(one), graph.id(other)));
        List<UUID> way = new ArrayList<>(back(near, meeting).reversed());
        way.add(graph.id(meeting));
        way.addAll(back(far, meeting));
        return new Route(way, End.WHOLE);
    }

    Routes allShortest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for " + most + " ways; ask for 1 or more");
        }
        List<Integer> meetings = meet();
        if (meetings.isEmpty()) {
            return new Routes(List.of(), walk.end());
        }
        return new AllWays(meetings, most).given(near.at(0));
    }

    /** Walks until the sides meet; where they do at their nearest, or nowhere. */
    private List<Integer> meet() {
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
        var again = unlimited();
        List<UUID> way = new ArrayList<>();
        int at = from;
        while (side.hops(at) > 0) {
            at = nearer(again, side, at);
            way.add(graph.id(at));
        }
        return way;
    }

    private int nearer(Walk again, Side side, int from) {
        int best = -1;
        again.open(from);
        while (again.next()) {
            int other = again.other();
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
        private final int most;
        private final BitSet onTheWay = new BitSet();
        private final Walk again = unlimited();
        private final List<List<UUID>> ways = new ArrayList<>();
        private boolean more;

        AllWays(List<Integer> meetings, int most) {
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
            // Past the meetings the other side knows how far it still is.
            if (near.hops(at) == near.depth() || near.hops(at) < 0) {
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
                again.open(at);
                while (again.next()) {
                    if (side.hops(again.other()) == hops) {
                        found.add(again.other());
                    }
                }
            }
            return List.copyOf(found);
        }
    }
}
