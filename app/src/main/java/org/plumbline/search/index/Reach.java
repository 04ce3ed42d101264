package org.plumbline.search.index;

import java.util.Optional;
import org.plumbline.kernel.CaseId;

/**
 * How far a search reaches.
 *
 * @param labels what the person may see
 * @param caseId only this case; absent for everything visible
 */
public record Reach(VisibleLabels labels, Optional<CaseId> caseId) {
    /** Everything visible. */
    public static Reach of(VisibleLabels labels) {
        return new Reach(labels, Optional.empty());
    }

    /** What is visible of one case. */
    public static Reach of(VisibleLabels labels, CaseId caseId) {
        return new Reach(labels, Optional.of(caseId));
    }
}
