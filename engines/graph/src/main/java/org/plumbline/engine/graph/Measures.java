package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Measures of the documented links among a selection of entities, for a chart to show with what they measure. Nothing
 * here is kept.
 *
 * @param entities the visible ones of the selection, by their identifiers
 * @param end whether all links were looked at; measures of a part would mislead, so there are none then
 */
public record Measures(List<Measured> entities, End end) {
    /** Copies the list. */
    public Measures {
        entities = List.copyOf(entities);
    }

    /**
     * What was measured of one entity.
     *
     * @param entity which one
     * @param degree with how many others of the selection it is linked
     * @param betweenness on what share of the shortest ways between two others it lies: the sum, over all pairs of
     *     others, of the share of their shortest ways within the selection that lead over it (L. Freeman 1977)
     */
    public record Measured(UUID entity, int degree, double betweenness) {}

    static Measures of(Graph graph, Walk walk, Iterable<UUID> selection) {
        TreeSet<Integer> chosen = new TreeSet<>((one, other) -> Identifiers.compare(graph.id(one), graph.id(other)));
        for (UUID id : selection) {
            int entity = graph.find(id);
            if (entity >= 0 && walk.sees(entity)) {
                chosen.add(entity);
            }
        }
        List<Integer> order = List.copyOf(chosen);
        int[][] next = next(walk, order);
        if (walk.end() != End.WHOLE) {
            return new Measures(List.of(), walk.end());
        }
        double[] betweenness = betweenness(next);
        List<Measured> measured = new ArrayList<>();
        for (int at = 0; at < next.length; at++) {
            measured.add(new Measured(graph.id(order.get(at)), next[at].length, betweenness[at]));
        }
        return new Measures(measured, End.WHOLE);
    }

    private static int[][] next(Walk walk, List<Integer> order) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < order.size(); at++) {
            places.put(order.get(at), at);
        }
        int[][] next = new int[order.size()][];
        for (int at = 0; at < order.size(); at++) {
            TreeSet<Integer> found = new TreeSet<>();
            if (walk.end() == End.WHOLE && walk.open(order.get(at))) {
                while (walk.next()) {
                    Integer place = places.get(walk.other());
                    if (place != null && place != at) {
                        found.add(place);
                    }
                }
            }
            next[at] = found.stream().mapToInt(Integer::intValue).toArray();
        }
        return next;
    }

    /** U. Brandes 2001, for links without direction: each pair is met from both its ends. */
    private static double[] betweenness(int[][] next) {
        double[] sum = new double[next.length];
        for (int first = 0; first < next.length; first++) {
            new From(next, first).addTo(sum);
        }
        Arrays.setAll(sum, at -> sum[at] / 2);
        return sum;
    }

    private static final class From {
        private final int[][] next;
        private final int first;
        private final int[] hops;
        private final double[] ways;
        private final int[] met;
        private int size;

        From(int[][] next, int first) {
            this.next = next;
            this.first = first;
            hops = new int[next.length];
            ways = new double[next.length];
            met = new int[next.length];
            Arrays.fill(hops, -1);
            hops[first] = 0;
            ways[first] = 1;
            met[size++] = first;
            for (int place = 0; place < size; place++) {
                spread(met[place]);
            }
        }

        private void spread(int from) {
            for (int to : next[from]) {
                if (hops[to] < 0) {
                    hops[to] = hops[from] + 1;
                    met[size++] = to;
                }
                if (hops[to] == hops[from] + 1) {
                    ways[to] += ways[from];
                }
            }
        }

        void addTo(double[] sum) {
            double[] depends = new double[next.length];
            for (int place = size - 1; place > 0; place--) {
                int to = met[place];
                for (int before : next[to]) {
                    if (hops[before] == hops[to] - 1) {
                        depends[before] += ways[before] / ways[to] * (1 + depends[to]);
                    }
                }
                if (to != first) {
                    sum[to] += depends[to];
                }
            }
        }
    }
}
