package org.plumbline.documents;

import java.util.List;
import org.plumbline.engine.evidence.completeness.Completeness;

/** Writes the page of a statement of completeness, for people, in the language of whoever makes it. */
@FunctionalInterface
public interface PrintedCompleteness {
    /**
     * The page by itself, without script or style beside it.
     *
     * @param notWhole files that were not read to their end: state by state, each in the order of the ledger
     * @param more whether there are more of them than these
     */
    byte[] html(Completeness stated, List<Item> notWhole, boolean more);
}
