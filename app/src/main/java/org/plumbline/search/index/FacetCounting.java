package org.plumbline.search.index;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.CollectorManager;

/** Runs one {@link FacetCount}. The searcher has no threads of its own, so there is only ever one. */
record FacetCounting(SearchRequest request) implements CollectorManager<FacetCount, FacetCounting.Counts> {
    /** What was counted. */
    record Counts(List<Facet> facets) {}

    @Override
    public FacetCount newCollector() {
        return new FacetCount(request);
    }

    @Override
    public Counts reduce(Collection<FacetCount> counted) {
        if (counted.size() != 1) {
            throw new IllegalStateException("Facets are counted in one pass, not in " + counted.size());
        }
        return new Counts(counted.iterator().next().facets());
    }
}
