package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds patterns of links that begin at one entity. */
final class Patterns {
    private static final Comparator<UUID> ORDER = Identifiers::compare;

    private final Graph graph;
    private final Question question;
    private final Map<Step, Walk> walks = new LinkedHashMap<>();
    private End end = End.WHOLE;

    Patterns(Graph graph, Question question) {
        this.graph = graph;
        this.question = question;
    }

    /** Chains of different entities, one for each step after the first, in the order of their identifiers. */
    Routes chains(UUID start, List<Step> steps, int most) {
        atLeastOne(most);
        List<List<UUID>> found = new ArrayList<>();
        int first = graph.find(start);
        if (first >= 0 && new Walk(graph, question).sees(first)) {
            on(new ArrayList<>(List.of(first)), steps, most, found);
        }
        return new Routes(found, end);
    }

    private void on(List<Integer> chain, List<Step> steps, int most, List<List<UUID>> found) {
        if (chain.size() > steps.size()) {
            if (found.size() == most) {
                end = End.LIMIT;
                return;
            }
            found.add(chain.stream().map(graph::id).toList());
            return;
        }
        for (int next : next(chain.getLast(), steps.get(chain.size() - 1))) {
            if (end != End.WHOLE) {
                return;
            }
            if (!chain.contains(next)) {
                chain.addLast(next);
                on(chain, steps, most, found);
                chain.removeLast();
            }
        }
    }

    /** What several entities, each a step from a first, have in common a step further. */
    Shared shared(UUID start, Step across, Step to, int most) {
        atLeastOne(most);
        int first = graph.find(start);
        TreeMap<UUID, TreeSet<UUID>> holders = new TreeMap<>(ORDER);
        if (first >= 0 && new Walk(graph, question).sees(first)) {
            for (int holder : next(first, across)) {
                for (int held : next(holder, to)) {
                    if (held != first) {
                        holders.computeIfAbsent(graph.id(held), each -> new TreeSet<>(ORDER))
                                .add(graph.id(holder));
                    }
                }
            }
        }
        List<Shared.Held> held = holders.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new Shared.Held(each.getKey(), List.copyOf(each.getValue())))
                .toList();
        boolean cut = held.size() > most;
        return new Shared(held.subList(0, Math.min(most, held.size())), cut && end == End.WHOLE ? End.LIMIT : end);
    }

    /** By their identifiers, once each. */
    private List<Integer> next(int entity, Step step) {
        Walk walk = walks.computeIfAbsent(step, this::walk);
        TreeSet<Integer> found = new TreeSet<>((one, other) -> ORDER.compare(graph.id(one), graph.id(other)));
        if (walk.open(entity)) {
            while (walk.next()) {
                if (step.leads(graph, walk)) {
                    found.add(walk.other());
                }
            }
        }
        end = end == End.WHOLE ? walk.end() : end;
        return List.copyOf(found);
    }

    /** Types that the question doesn't follow aren't followed by a step either. */
    private Walk walk(Step step) {
        return new Walk(graph, question.narrowed(step.types()));
    }

    private static void atLeastOne(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for " + most + " matches; ask for 1 or more");
        }
    }
}
