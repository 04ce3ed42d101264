package org.plumbline.search.index;

import java.util.Optional;

/** Whether a query can be read, without asking anything. */
public final class QueryCheck {
    /** Longest query, in characters. */
    public static final int LONGEST = QueryReader.LONGEST;

    private QueryCheck() {}

    /** The first thing in it that can't be read; a blank query is read as "everything". */
    public static Optional<Problem> problem(String query) {
        try {
            QueryReader.read(query);
            return Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.of(unreadable.problem());
        }
    }
}
