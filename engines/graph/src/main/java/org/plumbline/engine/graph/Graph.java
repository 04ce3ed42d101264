package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Entities and the documented links between them; never changes, so any number of threads may ask at once. A link is
 * visible when its label and both its ends are; an entity that isn't visible is answered like one that isn't there.
 */
public final class Graph {
    private final UUID[] ids;
    private final int[][] labels;
    private final int[] rows;
    // Each entry of a row is a link and its other end; each link is in the rows of both its ends.
    private final int[] others;
    private final int[] entries;
    private final Links links;

    Graph(SortedMap<UUID, ? extends SortedSet<Integer>> entities, Collection<Link> stated) {
        ids = entities.keySet().toArray(UUID[]::new);
        labels = entities.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        // Invariant: links lie by type, ends and id, so that a row's order doesn't depend on the order of arrival,
        // nor on links that are not seen.
        var sorted = stated.stream()
                .sorted(Comparator.comparingInt(Link::type)
                        .thenComparing(Link::source)
                        .thenComparing(Link::target)
                        .thenComparing(Link::id))
                .toList();
        links = new Links(sorted);
        rows = new int[ids.length + 1];
        others = new int[2 * sorted.size()];
        entries = new int[2 * sorted.size()];
        fill(sorted);
    }

    /** The entities at most so many links away from one, itself included; empty when that one is not visible. */
    public Reach expand(UUID start, int hops, Question question) {
        if (hops < 0) {
            throw new IllegalArgumentException("Asked for " + hops + " hops; ask for 0 or more");
        }
        var walk = new Walk(this, question);
        int first = dense(start);
        if (first < 0 || !walk.sees(first)) {
            return new Reach(List.of(), End.WHOLE);
        }
        var side = new Side(ids.length, first);
        while (side.depth() < hops && side.waiting() && walk.level(side)) {
            // Each round is one more hop.
        }
        var reached = new ArrayList<Reach.Step>();
        for (int at = 0; at < side.size(); at++) {
            reached.add(new Reach.Step(ids[side.at(at)], side.hops(side.at(at))));
        }
        return new Reach(reached, walk.end());
    }

    /** One shortest way between two entities, following links in either direction; always the same one. */
    public Route path(UUID from, UUID to, Question question) {
        var walk = new Walk(this, question);
        int first = dense(from);
        int last = dense(to);
        if (first < 0 || last < 0 || !walk.sees(first) || !walk.sees(last)) {
            return new Route(List.of(), End.WHOLE);
        }
        var near = new Side(ids.length, first);
        var far = new Side(ids.length, last);
        int meeting = near.meeting(far);
        // Invariant: only whole levels are compared, so the nearest meeting is on a shortest way.
        while (meeting < 0 && near.waiting() && far.waiting()) {
            if (!walk.level(near.width() <= far.width() ? near : far)) {
                return new Route(List.of(), walk.end());
            }
            meeting = near.meeting(far);
        }
        return new Route(meeting < 0 ? List.of() : joined(near, far, meeting), walk.end());
    }

    private List<UUID> joined(Side near, Side far, int meeting) {
        var way = new ArrayList<UUID>();
        for (int at = meeting; at >= 0; at = near.before(at)) {
            way.add(ids[at]);
        }
        Collections.reverse(way);
        for (int at = far.before(meeting); at >= 0; at = far.before(at)) {
            way.add(ids[at]);
        }
        return way;
    }

    int row(int entity) {
        return rows[entity];
    }

    int other(int entry) {
        return others[entry];
    }

    boolean follows(int entry, Question question, BitSet seen) {
        return links.follows(entries[entry], question, seen);
    }

    boolean stated(int entity, BitSet seen) {
        for (int label : labels[entity]) {
            if (seen.get(label)) {
                return true;
            }
        }
        return false;
    }

    private int dense(UUID id) {
        return Arrays.binarySearch(ids, id);
    }

    private void fill(List<Link> sorted) {
        for (Link link : sorted) {
            rows[dense(link.source()) + 1]++;
            rows[dense(link.target()) + 1]++;
        }
        Arrays.parallelPrefix(rows, Integer::sum);
        int[] next = rows.clone();
        for (int at = 0; at < sorted.size(); at++) {
            int source = dense(sorted.get(at).source());
            int target = dense(sorted.get(at).target());
            put(next[source]++, target, at);
            put(next[target]++, source, at);
        }
    }

    private void put(int entry, int other, int link) {
        others[entry] = other;
        entries[entry] = link;
    }
}
