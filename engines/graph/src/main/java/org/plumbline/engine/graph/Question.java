package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What every question to the graph carries. Limits count visible links only, so that where an answer is cut short tells
 * nothing of invisible ones.
 *
 * @param labels the labels that the person may see
 * @param types the types of link to follow; empty for all
 * @param collections the collections to follow links of; empty for all
 * @param from the first day of the period that a link must touch
 * @param until the last day of that period
 * @param links how many visible links may be looked at, at least 1
 * @param cancelled asked before each entity's links, and now and then among many; true ends the walk
 */
public record Question(
        BitSet labels,
        Set<Integer> types,
        Set<Integer> collections,
        int from,
        int until,
        int links,
        BooleanSupplier cancelled) {
    /** Copies what could change and checks the period and the limit. */
    public Question {
        labels = (BitSet) labels.clone();
        types = Set.copyOf(types);
        collections = Set.copyOf(collections);
        if (from > until) {
            throw new IllegalArgumentException("The period is day " + from + " until day " + until
                    + "; it can't end before it begins: exchange the days");
        }
        if (links < 1) {
            throw new IllegalArgumentException(
                    "The limit is " + links + " links; at least 1 must be looked at: raise it");
        }
    }

    /** The same with no other types than these, where any are named; none of both follows nothing. */
    Question narrowed(Set<Integer> wanted) {
        if (wanted.isEmpty()) {
            return this;
        }
        Set<Integer> both = wanted.stream()
                .filter(type -> types.isEmpty() || types.contains(type))
                .collect(Collectors.toSet());
        // No type has this number.
        return with(both.isEmpty() ? Set.of(-1) : both, links, cancelled);
    }

    /** The same, to walk again what was walked before without being cut. */
    Question unlimited() {
        return with(types, Integer.MAX_VALUE, () -> false);
    }

    private Question with(Set<Integer> otherTypes, int otherLinks, BooleanSupplier otherCancelled) {
        return new Question(labels, otherTypes, collections, from, until, otherLinks, otherCancelled);
    }

    /** Whether links are asked for by their days. */
    boolean hasPeriod() {
        return from != Integer.MIN_VALUE || until != Integer.MAX_VALUE;
    }

    /** The labels, as a copy. */
    @Override
    public BitSet labels() {
        return (BitSet) labels.clone();
    }

    /** Everything under these labels: all types, collections and days, without a limit. */
    public static Question all(BitSet labels) {
        return new Question(
                labels, Set.of(), Set.of(), Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, () -> false);
    }
}
