package org.plumbline.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;

/** The one typed policy. Deny overrides; what is not known is denied. */
final class Policy {
    private static final Set<Standing> WRITERS =
            Set.of(Standing.LEAD, Standing.SUPERVISOR, Standing.INVESTIGATOR, Standing.CUSTODIAN);
    private static final Set<Standing> DECIDERS = Set.of(Standing.LEAD, Standing.SUPERVISOR);

    private final Clock clock;

    Policy(Clock clock) {
        this.clock = clock;
    }

    /** The decision on a case; absent facts mean that the case does not exist. */
    Decision onCase(Acting acting, Action action, Optional<CaseFacts> found) {
        if (found.isEmpty()
                || !found.get().owner().equals(acting.organisation())
                || found.get().standing().isEmpty()) {
            return new Decision.Denied(Refusal.absent(), Optional.empty(), found.map(CaseFacts::caseId));
        }
        CaseFacts facts = found.get();
        Standing standing = facts.standing().get();
        return switch (action.right()) {
            case READ, MEMBER -> allowed(facts);
            case WRITE, HANDLE_EXHIBITS -> WRITERS.contains(standing) ? whileAuthorised(facts) : denied(facts);
            case SUPERVISE -> DECIDERS.contains(standing) ? allowed(facts) : denied(facts);
            case OPEN_CASE, OVERSEE, ADMINISTER, CONFIRM, SELF -> denied(facts);
        };
    }

    /** The decision on something outside any case. */
    Decision onOrganisation(Acting acting, Action action) {
        boolean allowed = switch (action.right()) {
            case OPEN_CASE -> acting.is(Role.INVESTIGATOR) || acting.is(Role.SUPERVISOR);
            case OVERSEE -> acting.is(Role.OVERSEER);
            case ADMINISTER -> acting.is(Role.ADMINISTRATOR);
            case CONFIRM -> acting.is(Role.ADMINISTRATOR) || acting.is(Role.OVERSEER);
            case MEMBER, SELF -> true;
            case READ, WRITE, SUPERVISE, HANDLE_EXHIBITS -> false;
        };
        return allowed
                ? new Decision.Allowed(Optional.empty(), Optional.empty())
                : new Decision.Denied(roleMissing(action.right()), Optional.empty(), Optional.empty());
    }

    private static Decision allowed(CaseFacts facts) {
        return new Decision.Allowed(Optional.of(facts.label()), Optional.of(facts.caseId()));
    }

    private Decision whileAuthorised(CaseFacts facts) {
        LocalDate today = LocalDate.now(clock.withZone(facts.zone()));
        if (today.isBefore(facts.authorityFrom())) {
            return denied(facts, "authority-not-yet", facts.authorityFrom());
        }
        return today.isAfter(facts.authorityUntil())
                ? denied(facts, "authority-expired", facts.authorityUntil())
                : allowed(facts);
    }

    private static Decision denied(CaseFacts facts) {
        return new Decision.Denied(
                Refusal.of(Refusal.Kind.FORBIDDEN, "standing-missing", Map.of()),
                Optional.of(facts.label()),
                Optional.of(facts.caseId()));
    }

    private static Decision denied(CaseFacts facts, String code, LocalDate date) {
        return new Decision.Denied(
                Refusal.of(Refusal.Kind.FORBIDDEN, code, Map.of("date", date.toString())),
                Optional.of(facts.label()),
                Optional.of(facts.caseId()));
    }

    private static Refusal roleMissing(Right right) {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "role-missing", Map.of("right", right.name()));
    }
}
