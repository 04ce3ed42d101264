package org.plumbline.search.index;

import java.util.List;
import java.util.Optional;

/** What a search gives. */
public sealed interface Answer {
    /**
     * @param total how many documents match, exactly
     * @param hits the part asked for, in order
     * @param next cursor for the hits after these; absent when there are none
     * @param facets counts, in the order of {@link FacetName}; empty when none were asked for
     */
    record Found(long total, List<Hit> hits, Optional<String> next, List<Facet> facets) implements Answer {
        public Found {
            hits = List.copyOf(hits);
            facets = List.copyOf(facets);
        }
    }

    /** The query, or the cursor, can't be read. */
    record Misread(Problem problem) implements Answer {}
}
