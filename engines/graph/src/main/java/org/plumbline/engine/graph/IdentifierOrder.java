package org.plumbline.engine.graph;

/**
 * Puts places of identifiers into the order of the identifiers: a merge sort on numbers, without an object for each.
 */
final class IdentifierOrder {
    private static final int SHORT = 12;

    private final long[] high;
    private final long[] low;
    private final int size;

    IdentifierOrder(long[] high, long[] low, int size) {
        this.high = high;
        this.low = low;
        this.size = size;
    }

    int[] places() {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        sort(places, new int[size], 0, size);
        return places;
    }

    private void sort(int[] places, int[] room, int from, int until) {
        if (until - from <= SHORT) {
            insert(places, from, until);
            return;
        }
        int middle = (from + until) >>> 1;
        sort(places, room, from, middle);
        sort(places, room, middle, until);
        if (!isBefore(places[middle], places[middle - 1])) {
            return;
        }
        System.arraycopy(places, from, room, from, until - from);
        int left = from;
        int right = middle;
        for (int at = from; at < until; at++) {
            boolean takeRight = left == middle || (right < until && isBefore(room[right], room[left]));
            places[at] = takeRight ? room[right++] : room[left++];
        }
    }

    private void insert(int[] places, int from, int until) {
        for (int at = from + 1; at < until; at++) {
            int moved = places[at];
            int to = at;
            while (to > from && isBefore(moved, places[to - 1])) {
                places[to] = places[to - 1];
                to--;
            }
            places[to] = moved;
        }
    }

    private boolean isBefore(int one, int other) {
        return Identifiers.compare(high[one], low[one], high[other], low[other]) < 0;
    }
}
