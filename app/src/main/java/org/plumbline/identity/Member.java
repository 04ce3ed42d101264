package org.plumbline.identity;

import java.util.Set;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;

/** A person who signs in, with the roles held now. */
public record Member(MemberId id, OrganisationId organisation, String name, Set<Role> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }
}
