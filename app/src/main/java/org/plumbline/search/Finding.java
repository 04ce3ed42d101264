package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.Ref;
import org.plumbline.search.index.Facet;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Problem;

/** What a search gives. */
public sealed interface Finding {
    /**
     * @param total how many records match, exactly, of those the person may see
     * @param results the part asked for, in order
     * @param next cursor for the results after these
     * @param facets counts under the same rule
     * @param corrected another spelling of the query that finds something; looked for where hardly anything was found
     */
    record Found(
            long total, List<Result> results, Optional<String> next, List<Facet> facets, Optional<String> corrected)
            implements Finding {
        public Found {
            results = List.copyOf(results);
            facets = List.copyOf(facets);
        }
    }

    /** The query, or the cursor, can't be read. */
    record Misread(Problem problem) implements Finding {}

    /** The index is being opened, or filled from the records; in a while it answers. */
    record Loading() implements Finding {}

    /**
     * @param ref the record
     * @param place where it is read
     */
    record Result(Ref ref, Hit hit, Searchable.Place place) {}
}
