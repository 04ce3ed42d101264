package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts every facet in one pass over what matches the query without its selections. A document that every selection
 * lets through counts in all facets; one that a single facet's selection keeps out counts in that facet alone, whose
 * counts are not narrowed by itself.
 */
final class FacetCount extends SimpleCollector {
    private final List<FacetColumn> columns = new ArrayList<>();

    FacetCount(SearchRequest request) {
        Map<FacetName, Set<String>> selected = request.selected();
        for (FacetName name : FacetName.values()) {
            Set<String> chosen = selected.getOrDefault(name, Set.of());
            columns.add(
                    name == FacetName.DATE
                            ? new PeriodColumn(chosen, request.counts() == SearchRequest.Counts.BY_MONTH)
                            : new ValueColumn(name, chosen));
        }
    }

    List<Facet> facets() {
        return columns.stream().map(FacetColumn::facet).toList();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        for (FacetColumn column : columns) {
            column.enter(context.reader());
        }
    }

    @Override
    public void collect(int document) throws IOException {
        int against = 0;
        int last = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).moveTo(document)) {
                against++;
                last = i;
            }
        }
        if (against == 0) {
            columns.forEach(FacetColumn::count);
        } else if (against == 1) {
            columns.get(last).count();
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
