package org.plumbline.access;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * What every disposal, erasure, retention, expiry, destruction of a key and recall asks before it does anything, in the
 * transaction of its act.
 */
@Component
public class StandingHolds {
    private final HoldTable table;
    private final AccessTable terms;
    private final Clock clock;

    StandingHolds(HoldTable table, AccessTable terms, Clock clock) {
        this.table = table;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Lets an exhibit go.
     *
     * @param exhibit it and everything that it was taken out of or made of
     * @throws org.plumbline.kernel.Refused with {@code hold-in-force} when a hold covers one of them, a subject or the
     *     case
     */
    public void letGo(CaseId caseId, Collection<UUID> exhibit) {
        refuse(
                caseId,
                hold -> hold.scope() != Hold.Scope.EXHIBIT
                        || hold.of().filter(exhibit::contains).isPresent());
    }

    /**
     * Lets anything of the case go.
     *
     * @throws org.plumbline.kernel.Refused with {@code hold-in-force} when any hold is in force in the case
     */
    public void letGo(CaseId caseId) {
        refuse(caseId, hold -> true);
    }

    private void refuse(CaseId caseId, java.util.function.Predicate<Hold> covering) {
        ZoneId zone = terms.terms(caseId).map(CaseTerms::zone).orElse(ZoneOffset.UTC);
        if (table.live(caseId).stream().filter(covering).anyMatch(h -> h.isInForce(clock.instant(), zone))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "hold-in-force", Map.of()).asException();
        }
    }
}
