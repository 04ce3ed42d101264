package org.plumbline.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.OrganisationId;

/**
 * What a label says, as the policy reads it.
 *
 * @param caseId absent for records of every member of the organisation
 * @param compartments all of them must be entered
 * @param caveats handling caveats of the records themselves; those of the case come on top
 * @param envelope terms under which another organisation's record came; closed until accepted
 * @param restriction {@code none}, {@code marked} or {@code sealed}
 */
record LabelFacts(
        LabelId id,
        OrganisationId owner,
        Optional<CaseId> caseId,
        Set<UUID> compartments,
        Set<String> caveats,
        Optional<UUID> envelope,
        String restriction) {
    LabelFacts {
        compartments = Set.copyOf(compartments);
        caveats = Set.copyOf(caveats);
    }
}
