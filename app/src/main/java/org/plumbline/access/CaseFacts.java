package org.plumbline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.OrganisationId;

/**
 * What the policy knows of one case and of one person in it.
 *
 * @param caveats handling caveats of the whole case
 * @param sealed whether a court closed it
 * @param heldUntil the last day of the hold that ends last, {@link LocalDate#MAX} where one has no end; absent without
 *     any
 * @param standing the person's standing, where there is one
 * @param glass until when an opening by break-glass holds, where the person has one
 * @param entered the compartments of the case the person was admitted to
 */
record CaseFacts(
        CaseId caseId,
        OrganisationId owner,
        LocalDate authorityFrom,
        LocalDate authorityUntil,
        ZoneId zone,
        Set<String> caveats,
        boolean sealed,
        Optional<LocalDate> heldUntil,
        Optional<Standing> standing,
        Optional<Instant> glass,
        Set<UUID> entered) {
    CaseFacts {
        caveats = Set.copyOf(caveats);
        entered = Set.copyOf(entered);
    }
}
