package org.plumbline.access;

import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Refusal;

/** The answer of the one decision point. */
public sealed interface Decision {
    /**
     * Allowed, and on what.
     *
     * @param label the label decided on; absent for decisions outside any case
     * @param caseId its case
     */
    record Allowed(Optional<LabelId> label, Optional<CaseId> caseId) implements Decision {}

    /** Denied; an unknown record and one of somebody else give the same refusal. */
    record Denied(Refusal refusal, Optional<LabelId> label, Optional<CaseId> caseId) implements Decision {}
}
