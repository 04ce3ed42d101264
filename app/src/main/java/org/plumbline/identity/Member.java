package org.plumbline.identity;

import java.util.Set;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;

/**
 * Who acts in an organisation, with the roles held now.
 *
 * @param service whether this is another system: it comes with a token only, holds no role, and reaches the cases whose
 *     supervisors let it in
 */
public record Member(MemberId id, OrganisationId organisation, String name, Set<Role> roles, boolean service) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /** A person. */
    public Member(MemberId id, OrganisationId organisation, String name, Set<Role> roles) {
        this(id, organisation, name, roles, false);
    }
}
