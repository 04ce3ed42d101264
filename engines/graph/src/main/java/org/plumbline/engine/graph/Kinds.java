package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of type, label, collection and strength that some link has, once each, by a number: whether links
 * are followed is decided once for each, and not at each link. In a row stands twice the number, and one more where the
 * link comes in.
 */
final class Kinds {
    /** One of them. */
    record Kind(int type, int label, int collection, int strength) {}

    private final List<Kind> kinds;
    private final Map<Kind, Integer> numbers;

    Kinds() {
        kinds = new ArrayList<>();
        numbers = new HashMap<>();
    }

    private Kinds(Kinds other) {
        kinds = new ArrayList<>(other.kinds);
        numbers = new HashMap<>(other.numbers);
    }

    Kinds copy() {
        return new Kinds(this);
    }

    int number(Kind kind) {
        Integer known = numbers.putIfAbsent(kind, kinds.size());
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    Kind kind(int number) {
        return kinds.get(number);
    }

    int size() {
        return kinds.size();
    }

    /** A bit for each kind in each direction, set where a question follows it. */
    long[] followed(Question question) {
        BitSet labels = question.labels();
        long[] followed = new long[(2 * kinds.size() + Long.SIZE - 1) / Long.SIZE];
        for (int number = 0; number < kinds.size(); number++) {
            Kind kind = kinds.get(number);
            boolean wanted = (question.types().isEmpty() || question.types().contains(kind.type()))
                    && (question.collections().isEmpty()
                            || question.collections().contains(kind.collection()));
            if (wanted && labels.get(kind.label())) {
                followed[(2 * number) >> 6] |= 3L << (2 * number);
            }
        }
        return followed;
    }
}
