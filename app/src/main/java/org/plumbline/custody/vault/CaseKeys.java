package org.plumbline.custody.vault;

import java.util.Optional;
import org.plumbline.kernel.CaseId;

/** The key of each case: without it nothing of the case opens, wherever it lies. */
public interface CaseKeys {
    /** The key of a case; made, and kept for good, when it has none yet. */
    CaseKey of(CaseId caseId);

    /** The key of a case; absent when it has none, or none any more. */
    Optional<CaseKey> find(CaseId caseId);

    /** Forgets the key of a case whose records are gone, and the key with them. */
    void forget(CaseId caseId);
}
