package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every set of labels that some entity has, once each, by a number. Set 0 is empty: nobody sees what has it. */
final class LabelSets {
    private final List<BitSet> sets;
    private final Map<BitSet, Integer> numbers;

    LabelSets() {
        sets = new ArrayList<>();
        numbers = new HashMap<>();
        number(new BitSet());
    }

    private LabelSets(LabelSets other) {
        sets = new ArrayList<>(other.sets);
        numbers = new HashMap<>(other.numbers);
    }

    LabelSets copy() {
        return new LabelSets(this);
    }

    /** The number of a set, a new one for a set that isn't known. */
    int number(BitSet labels) {
        Integer known = numbers.get(labels);
        if (known != null) {
            return known;
        }
        BitSet own = (BitSet) labels.clone();
        sets.add(own);
        numbers.put(own, sets.size() - 1);
        return sets.size() - 1;
    }

    int size() {
        return sets.size();
    }

    BitSet labels(int set) {
        return (BitSet) sets.get(set).clone();
    }

    /** For each set, whether it has one of these labels. */
    boolean[] seen(BitSet labels) {
        boolean[] seen = new boolean[sets.size()];
        for (int set = 0; set < seen.length; set++) {
            seen[set] = sets.get(set).intersects(labels);
        }
        return seen;
    }
}
