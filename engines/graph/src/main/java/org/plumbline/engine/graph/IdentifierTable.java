package org.plumbline.engine.graph;

import java.util.Arrays;
import java.util.UUID;

/**
 * Identifiers, once each, numbered in the order of coming: a hash table by open addressing, without an object for each.
 */
final class IdentifierTable {
    private static final int NONE = -1;

    private long[] high = new long[16];
    private long[] low = new long[16];
    private int[] slots = emptySlots(64);
    private int size;

    /** The number of an identifier, {@link #size()} before the call when it is new. */
    int number(UUID id) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (size == high.length) {
            grow();
            slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
        high[size] = id.getMostSignificantBits();
        low[size] = id.getLeastSignificantBits();
        slots[slot] = size;
        return size++;
    }

    int size() {
        return size;
    }

    UUID id(int number) {
        return new UUID(high[number], low[number]);
    }

    Identifiers inOrderOfComing() {
        return new Identifiers(Arrays.copyOf(high, size), Arrays.copyOf(low, size));
    }

    /** The numbers in the order of the identifiers. */
    int[] sorted() {
        return new IdentifierOrder(high, low, size).places();
    }

    private int slot(long wantedHigh, long wantedLow) {
        int mask = slots.length - 1;
        // 2^64 / golden ratio: Fibonacci hashing, Knuth vol. 3, 6.4
        long mixed = (wantedHigh ^ Long.rotateLeft(wantedLow, 31)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != NONE && (high[slots[slot]] != wantedHigh || low[slots[slot]] != wantedLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        slots = emptySlots(4 * size);
        for (int number = 0; number < size; number++) {
            slots[slot(high[number], low[number])] = number;
        }
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
