package org.plumbline.custody.vault;

import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/** Whoever watches over the bytes says here which of them nobody is to be shown. */
public interface Quarantine {
    /** Whether they were found to be other bytes than those received, or none. */
    boolean holdsBack(CaseId caseId, Digest digest);
}
