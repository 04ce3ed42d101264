package org.plumbline.custody.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;

/**
 * What a package was found to hold.
 *
 * @param archive the exhibit that the package is here
 * @param chains in the order of the terms
 * @param steps what held, in the order checked; none where it was imported before
 * @param here numbers of exhibits here that have the same bytes, by digest
 * @param done its import, once it was imported
 */
public record CheckedImport(
        Exhibit archive,
        Handling terms,
        List<CustodyChain> chains,
        Keys keys,
        List<String> steps,
        Map<String, List<String>> here,
        Optional<PackageImport> done) {
    /** The keys of the organisation and of its log, and whether somebody else vouches for them. */
    public record Keys(String organisation, String log, boolean vouched) {}

    public CheckedImport {
        chains = List.copyOf(chains);
        steps = List.copyOf(steps);
        here = Map.copyOf(here);
    }
}
