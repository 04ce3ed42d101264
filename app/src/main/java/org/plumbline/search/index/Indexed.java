package org.plumbline.search.index;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/**
 * One record as the index holds it. What the vocabulary policy marks or refuses must not be in it: the index finds,
 * counts and completes whatever it is given.
 *
 * @param key the record's identifier; putting the same key again replaces the document
 * @param kind what it is: {@code document}, {@code mail}, {@code entity}, {@code journal-entry}; at most 200 characters
 * @param label the label that decides who may find it
 * @param caseId the case it belongs to; absent for records outside any case
 * @param title shown for a hit, searched, completed
 * @param body the text
 * @param attributes what else is searched, counted and filtered
 */
public record Indexed(
        UUID key, String kind, LabelId label, Optional<CaseId> caseId, String title, Body body, Attributes attributes) {
    public Indexed {
        Attributes.checkShort("kind", kind);
        if (kind.isBlank()) {
            throw new IllegalArgumentException("An indexed document has a kind");
        }
    }
}
