package org.plumbline.search;

import java.util.Optional;
import java.util.UUID;

/**
 * How far an index has followed the records: written into the index with each commit, and into the records after it.
 *
 * @param filling which filling of the index
 * @param batches changes taken in since
 */
record IndexMark(UUID filling, long batches) {
    String position() {
        return filling + ":" + batches;
    }

    IndexMark next() {
        return new IndexMark(filling, batches + 1);
    }

    /** Reads a position; empty when it isn't one, as while an index is being filled. */
    static Optional<IndexMark> read(String position) {
        int colon = position.indexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new IndexMark(
                            UUID.fromString(position.substring(0, colon)),
                            Long.parseLong(position.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an index at this mark holds what these records say: as far as they know, or one unconfirmed batch on. */
    boolean fits(IndexMark records) {
        return filling.equals(records.filling) && (batches == records.batches || batches == records.batches + 1);
    }
}
