package org.plumbline.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;

/** Port: the names by which a case knows whom and what it is about, as far as the acting person may see them. */
public interface NamesInCase {
    /**
     * A name.
     *
     * @param person whether a natural person bears it
     * @param subject the case's entry of the bearer, where there is one
     */
    record Name(String text, boolean person, Optional<UUID> subject) {}

    /** Every name, also of persons whose review is overdue; called inside an act of the acting person. */
    List<Name> of(CaseId caseId);
}
