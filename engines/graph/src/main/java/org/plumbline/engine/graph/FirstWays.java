package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The first ways between two entities that meet none twice, by length and then by their entities' identifiers (J. Yen
 * 1971): each next one leaves one of those before somewhere, and goes on by the shortest way from there.
 */
final class FirstWays {
    private final Graph graph;
    private final Walk walk;
    private final Workplaces.Two places;
    private final Comparator<List<Integer>> order;

    FirstWays(Graph graph, Walk walk, Workplaces.Two places) {
        this.graph = graph;
        this.walk = walk;
        this.places = places;
        order = Comparator.<List<Integer>>comparingInt(List::size).thenComparing(this::byEntities);
    }

    /** Between two visible entities. */
    Routes between(int first, int last, int most) {
        List<List<Integer>> ways = new ArrayList<>();
        TreeSet<List<Integer>> candidates = new TreeSet<>(order);
        leave(List.of(first), Set.of(), last, candidates);
        while (!candidates.isEmpty() && ways.size() < most && walk.end() == End.WHOLE) {
            List<Integer> next = candidates.removeFirst();
            ways.add(next);
            for (int at = 1; at < next.size() && walk.end() == End.WHOLE; at++) {
                List<Integer> root = next.subList(0, at);
                leave(root, taken(ways, root), last, candidates);
            }
        }
        End end = walk.end() != End.WHOLE ? walk.end() : candidates.isEmpty() ? End.WHOLE : End.LIMIT;
        return new Routes(
                ways.stream().map(way -> way.stream().map(graph::id).toList()).toList(), end);
    }

    private static Set<Integer> taken(List<List<Integer>> ways, List<Integer> root) {
        Set<Integer> taken = new HashSet<>();
        for (List<Integer> way : ways) {
            if (way.size() > root.size() && way.subList(0, root.size()).equals(root)) {
                taken.add(way.get(root.size()));
            }
        }
        return taken;
    }

    /** Adds the first way that begins with these and then goes elsewhere than was gone. */
    private void leave(List<Integer> root, Set<Integer> taken, int last, SortedSet<List<Integer>> candidates) {
        int at = root.getLast();
        if (at == last) {
            if (root.size() == 1) {
                candidates.add(root);
            }
            return;
        }
        Set<Integer> next = new HashSet<>(neighbours(at));
        next.removeAll(taken);
        Marks marks = places.near(graph.size());
        // Entities of the root are met no more; the walk from the end counts them as met from the beginning.
        Side side = Side.avoiding(marks, last, root);
        while (side.waiting() && next.stream().noneMatch(each -> side.hops(each) >= 0)) {
            if (!side.level(walk)) {
                return;
            }
        }
        List<Integer> way = new ArrayList<>(root);
        List<Integer> nearest = nearest(next, side);
        while (!nearest.isEmpty()) {
            int best = nearest.getFirst();
            way.add(best);
            int hops = side.hops(best);
            nearest = hops == 0
                    ? List.of()
                    : neighbours(best).stream()
                            .filter(each -> side.hops(each) == hops - 1)
                            .toList();
        }
        if (way.getLast() == last) {
            candidates.add(way);
        }
    }

    private List<Integer> nearest(Set<Integer> next, Side side) {
        int hops = next.stream()
                .mapToInt(side::hops)
                .filter(each -> each >= 0)
                .min()
                .orElse(-1);
        return next.stream()
                .filter(each -> hops >= 0 && side.hops(each) == hops)
                .sorted(this::byIdentifier)
                .toList();
    }

    private List<Integer> neighbours(int of) {
        TreeSet<Integer> found = new TreeSet<>(this::byIdentifier);
        if (walk.open(of)) {
            while (walk.next()) {
                found.add(walk.other());
            }
        }
        return List.copyOf(found);
    }

    private int byIdentifier(int one, int other) {
        return Identifiers.compare(graph.id(one), graph.id(other));
    }

    private int byEntities(List<Integer> one, List<Integer> other) {
        for (int at = 0; at < one.size(); at++) {
            int compared = byIdentifier(one.get(at), other.get(at));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
