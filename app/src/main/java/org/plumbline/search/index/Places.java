package org.plumbline.search.index;

import java.util.List;
import java.util.OptionalInt;

/** Where a query matches in the body of one document. */
public sealed interface Places {
    /**
     * @param start offset of the first character
     * @param end offset after the last
     * @param page its page, from 1; absent without pages
     */
    record Place(int start, int end, OptionalInt page) {}

    /**
     * @param places in reading order, at most 1,000; empty too when the document isn't there or isn't within reach
     * @param more whether there are further ones
     */
    record Located(List<Place> places, boolean more) implements Places {
        public Located {
            places = List.copyOf(places);
        }
    }

    /** The query can't be read. */
    record Misread(Problem problem) implements Places {}
}
