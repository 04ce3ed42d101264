package org.plumbline.identity.ways;

import java.util.Map;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Whether passwords with codes are a way in, as each organisation has decided last; they are where nobody decided. */
@Component
class PasswordPolicy {
    private final WaysTable table;

    PasswordPolicy(WaysTable table) {
        this.table = table;
    }

    boolean allowedIn(OrganisationId organisation) {
        return table.decision(organisation).map(PasswordDecision::allowed).orElse(true);
    }

    /** Refuses where the organisation has turned passwords off. */
    void require(OrganisationId organisation) {
        if (!allowedIn(organisation)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "passwords-off", Map.of()).asException();
        }
    }
}
