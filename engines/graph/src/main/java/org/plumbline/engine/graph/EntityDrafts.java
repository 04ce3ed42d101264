package org.plumbline.engine.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Entities as they come, in any order, and those that a link has named before they came. */
final class EntityDrafts {
    private final IdentifierTable ids = new IdentifierTable();
    private final LabelSets labelSets = new LabelSets();
    private final Map<Long, Integer> wider = new HashMap<>();
    private short[] schemas = new short[16];
    private int[] sets = new int[16];

    /** The number of an entity, in the order of coming. */
    int number(UUID id) {
        int number = ids.number(id);
        if (number >= sets.length) {
            schemas = Arrays.copyOf(schemas, 2 * sets.length);
            sets = Arrays.copyOf(sets, 2 * sets.length);
        }
        return number;
    }

    void state(UUID id, int schema, int label) {
        int number = number(id);
        schemas[number] = (short) schema;
        sets[number] = wider.computeIfAbsent(((long) sets[number] << Integer.SIZE) | label, key -> {
            BitSet labels = labelSets.labels(sets[number]);
            labels.set(label);
            return labelSets.number(labels);
        });
    }

    boolean isStated(int number) {
        return sets[number] != 0;
    }

    UUID id(int number) {
        return ids.id(number);
    }

    LabelSets labelSets() {
        return labelSets;
    }

    /** Their numbers in the order of their identifiers. */
    int[] sorted() {
        return ids.sorted();
    }

    Identifiers ids(int[] sorted) {
        Identifiers coming = ids.inOrderOfComing();
        return new Identifiers(
                Arrays.stream(sorted).mapToLong(number -> coming.high()[number]).toArray(),
                Arrays.stream(sorted).mapToLong(number -> coming.low()[number]).toArray());
    }

    short[] schemas(int[] sorted) {
        short[] ordered = new short[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            ordered[place] = schemas[sorted[place]];
        }
        return ordered;
    }

    int[] sets(int[] sorted) {
        return Arrays.stream(sorted).map(number -> sets[number]).toArray();
    }
}
