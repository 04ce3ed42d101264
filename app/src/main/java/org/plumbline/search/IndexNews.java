package org.plumbline.search;

import java.util.HashSet;
import java.util.Set;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * Of which cases the index took in something since somebody last asked. After a start, and after the index was filled,
 * it may be any: nothing is kept here over an end of the process, so nothing that happened before it is missed.
 */
@Component
public class IndexNews {
    private final Set<CaseId> cases = new HashSet<>();
    private boolean all = true;

    /**
     * Cases to look at.
     *
     * @param all whether any case may have changed
     */
    public record Changed(boolean all, Set<CaseId> cases) {
        public Changed {
            cases = Set.copyOf(cases);
        }

        public boolean isNothing() {
            return !all && cases.isEmpty();
        }
    }

    /** A case of which something was taken in or out. */
    public synchronized void of(CaseId caseId) {
        cases.add(caseId);
    }

    /** Every case. */
    public synchronized void ofAll() {
        all = true;
    }

    /** What was taken and could not be looked at. */
    public synchronized void again(Changed changed) {
        all |= changed.all();
        cases.addAll(changed.cases());
    }

    /** What came since this was asked the last time. */
    public synchronized Changed take() {
        var changed = new Changed(all, cases);
        all = false;
        cases.clear();
        return changed;
    }
}
