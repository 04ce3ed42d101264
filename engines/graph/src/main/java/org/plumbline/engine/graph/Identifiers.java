package org.plumbline.engine.graph;

import java.util.UUID;

/** Identifiers in columns of two numbers, sorted as their hexadecimal forms are, so that they can be looked up. */
@SuppressWarnings("ArrayRecordComponent") // columns: read in place, never compared
record Identifiers(long[] high, long[] low) {
    int size() {
        return high.length;
    }

    UUID at(int place) {
        return new UUID(high[place], low[place]);
    }

    /** The place of an identifier; below 0 when it isn't among them. */
    int find(UUID id) {
        long wantedHigh = id.getMostSignificantBits();
        long wantedLow = id.getLeastSignificantBits();
        int first = 0;
        int last = high.length - 1;
        while (first <= last) {
            int middle = (first + last) >>> 1;
            int order = compare(high[middle], low[middle], wantedHigh, wantedLow);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                first = middle + 1;
            } else {
                last = middle - 1;
            }
        }
        return -1;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }

    static int compare(UUID one, UUID other) {
        return compare(
                one.getMostSignificantBits(),
                one.getLeastSignificantBits(),
                other.getMostSignificantBits(),
                other.getLeastSignificantBits());
    }
}
