package org.plumbline.documents.mentions;

import java.util.List;
import org.plumbline.kernel.CaseId;

/**
 * Port: the names that a case knows, aliases and earlier names among them, as the acting person may see them. What the
 * vocabulary policy marks is not among them, nor a person of the case whose review is overdue.
 */
public interface KnownNames {
    /** A name under which the case knows something. */
    record Known(String name, MentionKind kind) {}

    /** At most so many as a page can be made with; called inside an act of the acting person. */
    List<Known> of(CaseId caseId);
}
