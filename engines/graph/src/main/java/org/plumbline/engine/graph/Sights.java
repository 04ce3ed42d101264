package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which entities of a base are visible under which labels, a bit for each, kept for the label sets asked with lately.
 */
final class Sights {
    /** Of a million entities each takes 125 KB. */
    private static final int MOST = 64;

    private final Base base;
    private final Map<BitSet, long[]> known = new ConcurrentHashMap<>();

    Sights(Base base) {
        this.base = base;
    }

    /** @param labels not changed by anybody afterwards */
    long[] entities(BitSet labels) {
        long[] seen = known.get(labels);
        if (seen != null) {
            return seen;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(labels, this::seen);
    }

    private long[] seen(BitSet labels) {
        boolean[] sets = base.labelSets().seen(labels);
        long[] seen = new long[(base.entities() + Long.SIZE - 1) / Long.SIZE];
        for (int entity = 0; entity < base.entities(); entity++) {
            if (sets[base.sets()[entity]]) {
                seen[entity >> 6] |= 1L << entity;
            }
        }
        return seen;
    }
}
