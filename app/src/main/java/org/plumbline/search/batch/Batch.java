package org.plumbline.search.batch;

import java.util.List;
import org.plumbline.kernel.Digest;

/**
 * What a list found.
 *
 * @param lines one for each different term, in the order of the list
 * @param repeated how many rows said a term again
 * @param persons how many of the terms count as natural persons
 * @param charset how the list was read
 * @param digest SHA-256 of the terms in their order, each ended by a line feed, as UTF-8: what the trail names the list
 *     by
 */
public record Batch(List<Line> lines, int repeated, int persons, String charset, Digest digest) {
    public Batch {
        lines = List.copyOf(lines);
    }

    /**
     * A term.
     *
     * @param row where it stands in the list, from 1, the row of names included
     * @param query what was asked for it
     * @param person whether it counts as a natural person
     * @param count how many records of the case it is found in, of those the person may see
     */
    public record Line(int row, String term, String query, boolean person, long count) {}

    /** How many terms were found anywhere. */
    public long found() {
        return lines.stream().filter(line -> line.count() > 0).count();
    }
}
