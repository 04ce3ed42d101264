package org.plumbline.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Order;

/**
 * What a person looks for.
 *
 * @param query in the query language; blank finds everything
 * @param caseId only in this case; absent for all that the person may see
 * @param selected values to narrow by, any of them in each facet
 * @param after cursor of an earlier answer; absent for the first hits
 * @param size how many hits, 1 to 200
 */
public record Asked(
        String query,
        Optional<CaseId> caseId,
        Map<FacetName, Set<String>> selected,
        Order order,
        Optional<String> after,
        int size) {

    /** The first hits of a query, best first. */
    public static Asked of(String query, Optional<CaseId> caseId) {
        return new Asked(query, caseId, Map.of(), Order.RELEVANCE, Optional.empty(), 20);
    }

    /** The selection in words for the trail; empty when nothing is selected. */
    String narrowing() {
        return selected.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey().name().toLowerCase(java.util.Locale.ROOT) + "="
                        + e.getValue().stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
