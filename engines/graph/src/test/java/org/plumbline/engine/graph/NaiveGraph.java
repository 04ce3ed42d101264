package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers found by looking at every visible link again and again. */
final class NaiveGraph {
    static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    private final Question question;
    private final Set<UUID> there;
    private final List<Link> visible;

    NaiveGraph(RandomWorld world, Question question) {
        this.question = question;
        there = world.entities().stream()
                .filter(each -> each.labels().intersects(question.labels()))
                .map(Entity::id)
                .collect(Collectors.toSet());
        visible = world.links().stream()
                .filter(each -> question.labels().get(each.label()))
                .filter(each -> there.contains(each.source()) && there.contains(each.target()))
                .filter(each -> each.from() <= question.until() && each.until() >= question.from())
                .filter(each -> question.types().isEmpty() || question.types().contains(each.type()))
                .filter(each -> question.collections().isEmpty()
                        || question.collections().contains(each.collection()))
                .toList();
    }

    Question question() {
        return question;
    }

    Set<UUID> next(UUID of) {
        Set<UUID> next = new TreeSet<>(ORDER);
        for (Link link : visible) {
            if (link.source().equals(of)) {
                next.add(link.target());
            }
            if (link.target().equals(of)) {
                next.add(link.source());
            }
        }
        return next;
    }

    List<Ties.Tie> ties(UUID of) {
        List<Ties.Tie> ties = new ArrayList<>();
        for (Link link : visible) {
            if (link.source().equals(of)) {
                ties.add(new Ties.Tie(link.id(), link.type(), false, link.target()));
            } else if (link.target().equals(of)) {
                ties.add(new Ties.Tie(link.id(), link.type(), true, link.source()));
            }
        }
        ties.sort(Comparator.comparingInt(Ties.Tie::type)
                .thenComparing(Ties.Tie::incoming)
                .thenComparing(Ties.Tie::other, ORDER)
                .thenComparing(Ties.Tie::link, ORDER));
        return ties;
    }

    Map<UUID, Integer> distances(UUID from) {
        Map<UUID, Integer> far = new HashMap<>();
        if (there.contains(from)) {
            far.put(from, 0);
        }
        for (int before = -1; before != far.size(); ) {
            before = far.size();
            Map.copyOf(far).forEach((each, hops) -> next(each).forEach(to -> far.merge(to, hops + 1, Math::min)));
        }
        return far;
    }

    /** All shortest ways, in the order of their entities. */
    List<List<UUID>> ways(UUID from, UUID to) {
        Map<UUID, Integer> far = distances(to);
        List<List<UUID>> ways = new ArrayList<>();
        if (far.containsKey(from)) {
            on(new ArrayList<>(List.of(from)), far, ways);
        }
        return ways;
    }

    boolean sees(UUID id) {
        return there.contains(id);
    }

    List<Link> visible() {
        return visible;
    }

    /** All ways that meet no entity twice, by length and then by their entities. */
    List<List<UUID>> simpleWays(UUID from, UUID to) {
        List<List<UUID>> ways = new ArrayList<>();
        if (there.contains(from) && there.contains(to)) {
            simple(new ArrayList<>(List.of(from)), to, ways);
        }
        ways.sort(Comparator.<List<UUID>>comparingInt(List::size).thenComparing(Object::toString));
        return ways;
    }

    private void simple(List<UUID> way, UUID to, List<List<UUID>> ways) {
        if (way.getLast().equals(to)) {
            ways.add(List.copyOf(way));
            return;
        }
        for (UUID next : next(way.getLast())) {
            if (!way.contains(next)) {
                way.addLast(next);
                simple(way, to, ways);
                way.removeLast();
            }
        }
    }

    /** What a way costs at least: of each link what is missing to the strongest, and 1. */
    int cost(List<UUID> way) {
        int cost = 0;
        for (int at = 1; at < way.size(); at++) {
            UUID one = way.get(at - 1);
            UUID other = way.get(at);
            cost += visible.stream()
                    .filter(each -> (each.source().equals(one) && each.target().equals(other))
                            || (each.source().equals(other) && each.target().equals(one)))
                    .mapToInt(each -> Link.STRONGEST + 1 - each.strength())
                    .min()
                    .orElseThrow();
        }
        return cost;
    }

    Parts parts() {
        Set<UUID> left = new HashSet<>(there);
        int parts = 0;
        int largest = 0;
        while (!left.isEmpty()) {
            Set<UUID> part = distances(left.iterator().next()).keySet();
            left.removeAll(part);
            parts++;
            largest = Math.max(largest, part.size());
        }
        return new Parts(parts, largest, End.WHOLE);
    }

    private void on(List<UUID> way, Map<UUID, Integer> far, List<List<UUID>> ways) {
        int left = far.getOrDefault(way.getLast(), 0);
        if (left == 0) {
            ways.add(List.copyOf(way));
        }
        for (UUID next : next(way.getLast())) {
            if (far.getOrDefault(next, Integer.MAX_VALUE) == left - 1) {
                way.addLast(next);
                on(way, far, ways);
                way.removeLast();
            }
        }
    }
}
