package org.plumbline.audit.log;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.keys.KeyFolder;
import org.springframework.stereotype.Component;

/** The key of each organisation, with which it signs what it gives out; made when it is needed first. */
@Component
class OrganisationKeys {
    private final KeyFolder keys;
    private final Clock clock;

    OrganisationKeys(KeyFolder keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** That this organisation gives these files out now, as a signed note. */
    synchronized byte[] statement(OrganisationId organisation, String files) {
        try {
            return Statement.sign(
                    LogKey.ofOrganisation(keys, organisation.value()),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    files);
        } catch (Refused e) {
            throw new IllegalStateException("The key of the organisation is damaged: " + e.getMessage(), e);
        }
    }

    /** What its statements are verified with; absent until it has given something out. */
    Optional<String> verifier(OrganisationId organisation) {
        return keys.publicPartOf(organisation.value());
    }
}
