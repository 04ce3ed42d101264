package org.plumbline.search.index;

import java.util.List;

/**
 * Counts of one facet under the current query and under what is selected in the <em>other</em> facets.
 *
 * @param name which facet
 * @param values most frequent first, then by value; the date facet by value. Selected values are always among them
 * @param others how many further values there are
 */
public record Facet(FacetName name, List<Value> values, int others) {
    /**
     * @param value the value; empty for documents where it isn't stated
     * @param count documents that selecting it would leave
     * @param selected whether it is selected now
     */
    public record Value(String value, long count, boolean selected) {}

    public Facet {
        values = List.copyOf(values);
    }
}
