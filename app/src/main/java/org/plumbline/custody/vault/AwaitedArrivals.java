package org.plumbline.custody.vault;

import java.util.UUID;
import org.plumbline.kernel.CaseId;

/** Whoever lets bytes arrive in several pieces says here which of them are still awaited; all others are swept away. */
public interface AwaitedArrivals {
    /** Asked at the start, before anything arrives. */
    boolean awaits(CaseId caseId, UUID arriving);
}
