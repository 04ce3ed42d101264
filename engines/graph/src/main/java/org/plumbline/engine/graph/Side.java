package org.plumbline.engine.graph;

import java.util.Arrays;

/** What a walk has met from one beginning, level by level. */
final class Side {
    private final int[] hops;
    private final int[] before;
    private int[] met = new int[16];
    private int size;
    private int level;
    private int depth;

    Side(int entities, int first) {
        hops = new int[entities];
        before = new int[entities];
        Arrays.fill(hops, -1);
        meet(first, -1, 0);
    }

    void meet(int entity, int from, int distance) {
        if (hops[entity] >= 0) {
            return;
        }
        if (size == met.length) {
            met = Arrays.copyOf(met, 2 * size);
        }
        hops[entity] = distance;
        before[entity] = from;
        met[size++] = entity;
    }

    /** The first entity of the level to walk next, as a place in the order of meeting. */
    int level() {
        return level;
    }

    void walked(int end) {
        level = end;
        depth++;
    }

    int depth() {
        return depth;
    }

    boolean waiting() {
        return level < size;
    }

    int width() {
        return size - level;
    }

    int size() {
        return size;
    }

    int at(int place) {
        return met[place];
    }

    int hops(int entity) {
        return hops[entity];
    }

    int before(int entity) {
        return before[entity];
    }

    /** The entity nearest to both beginnings that both have met, the lowest of several; below 0 when none is. */
    int meeting(Side other) {
        int best = -1;
        int length = Integer.MAX_VALUE;
        for (int place = 0; place < size; place++) {
            int entity = met[place];
            int sum = hops[entity] + other.hops[entity];
            if (other.hops[entity] >= 0 && (sum < length || (sum == length && entity < best))) {
                best = entity;
                length = sum;
            }
        }
        return best;
    }
}
