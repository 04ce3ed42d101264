package org.plumbline.cases.web;

import java.util.List;
import java.util.Set;
import org.plumbline.kernel.Role;

/**
 * The reader's own entry, explained.
 *
 * @param roles what the reader is in the organisation
 */
public record ExplainPage(TrailLine line, Set<Role> roles) {
    public ExplainPage {
        roles = Set.copyOf(roles);
    }

    public List<String> roleKeys() {
        return roles.stream().sorted().map(r -> "site.role." + r.code()).toList();
    }

    /** Whether the reader may open a case in an emergency. */
    public boolean mayBreakGlass() {
        return roles.contains(Role.INVESTIGATOR) || roles.contains(Role.SUPERVISOR);
    }
}
