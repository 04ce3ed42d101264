package org.plumbline.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;

/**
 * What the policy reads of the person who asks.
 *
 * @param purposeOf the case whose purpose is in force
 * @param compartments the compartments worked in
 * @param inSession whether the person sits before a page, where a purpose is asked for
 */
record Asker(
        OrganisationId organisation,
        Set<Role> roles,
        Optional<CaseId> purposeOf,
        Set<UUID> compartments,
        boolean inSession) {
    Asker {
        roles = Set.copyOf(roles);
        compartments = Set.copyOf(compartments);
    }

    static Asker of(Acting acting) {
        return new Asker(
                acting.organisation(),
                acting.roles(),
                acting.purpose().map(Acting.Purpose::caseId),
                acting.purpose()
                        .flatMap(Acting.Purpose::compartment)
                        .map(Set::of)
                        .orElse(Set.of()),
                acting.channel() == Acting.Channel.PAGE);
    }
}
