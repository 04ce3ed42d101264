package org.plumbline.engine.graph;

import java.util.Arrays;

/**
 * How far each entity is from where a walk began. Kept from question to question: what stands there from an earlier one
 * is below the floor, so that nothing has to be cleared.
 */
final class Marks {
    private static final int DEEPEST = Integer.MAX_VALUE / 2;

    /** Further than any walk goes: entities that aren't to be met. */
    static final int AVOIDED = 1 << 24;

    private int[] marks = {};
    private int floor = 1;
    private int top = 1;

    /** Forgets all. */
    void begin(int entities) {
        if (marks.length < entities) {
            marks = Arrays.copyOf(marks, entities);
        }
        floor = top + 1;
        if (floor > DEEPEST) {
            Arrays.fill(marks, 0);
            floor = 1;
        }
        top = floor;
    }

    boolean has(int entity) {
        return marks[entity] >= floor;
    }

    void put(int entity, int hops) {
        marks[entity] = floor + hops;
        top = Math.max(top, floor + hops);
    }

    /** Below 0 where the walk hasn't come or mustn't. */
    int hops(int entity) {
        int hops = marks[entity] - floor;
        return hops < 0 || hops == AVOIDED ? -1 : hops;
    }
}
