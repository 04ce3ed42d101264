package org.plumbline.search.index;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A search.
 *
 * @param query in the query language; blank finds everything within reach
 * @param reach what may be found
 * @param selected facet values to narrow by: any of the values of one facet, in every facet named
 * @param order of the hits
 * @param part which part of the hits is wanted
 * @param counts whether facets are counted, and how the date facet is cut
 */
public record SearchRequest(
        String query, Reach reach, Map<FacetName, Set<String>> selected, Order order, Part part, Counts counts) {
    private static final int LARGEST = 200;

    /** Which facets an answer carries. */
    public enum Counts {
        NONE,
        BY_YEAR,
        BY_MONTH
    }

    /** A part of the hits. */
    public sealed interface Part {
        /** How many hits at most, 1 to 200. */
        int size();

        /** Hits from a place on, for numbered pages; the first is 0. */
        record From(int offset, int size) implements Part {
            public From {
                checkSize(size);
                if (offset < 0) {
                    throw new IllegalArgumentException("A part starts at 0 or later, not at " + offset);
                }
            }
        }

        /** Hits after the cursor that an earlier answer gave. */
        record After(String cursor, int size) implements Part {
            public After {
                checkSize(size);
            }
        }
    }

    public SearchRequest {
        var copy = new EnumMap<FacetName, Set<String>>(FacetName.class);
        selected.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, java.util.Collections.unmodifiableSet(new TreeSet<>(values)));
            }
        });
        selected = java.util.Collections.unmodifiableMap(copy);
    }

    /** The first hits, best first, with facets by year. */
    public static SearchRequest of(String query, Reach reach) {
        return new SearchRequest(query, reach, Map.of(), Order.RELEVANCE, new Part.From(0, 20), Counts.BY_YEAR);
    }

    /** This search, narrowed to these facet values. */
    public SearchRequest selecting(Map<FacetName, Set<String>> values) {
        return new SearchRequest(query, reach, values, order, part, counts);
    }

    /** This search in another order. */
    public SearchRequest in(Order other) {
        return new SearchRequest(query, reach, selected, other, part, counts);
    }

    /** Another part of this search. */
    public SearchRequest part(Part other) {
        return new SearchRequest(query, reach, selected, order, other, counts);
    }

    /** This search with other counts. */
    public SearchRequest counting(Counts other) {
        return new SearchRequest(query, reach, selected, order, part, other);
    }

    private static void checkSize(int size) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("A part has 1 to " + LARGEST + " hits, not " + size);
        }
    }
}
