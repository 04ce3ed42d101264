package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;

/**
 * The one typed policy over labels. Deny overrides; what is not known is denied. First it is asked whether the label is
 * there for the person at all ({@link #visible}), then whether the right is theirs. {@code access.enter} says the first
 * part again in SQL; tests hold both, the index and an independent engine against each other.
 */
final class Policy {
    private static final Set<Standing> WRITERS =
            EnumSet.of(Standing.LEAD, Standing.SUPERVISOR, Standing.INVESTIGATOR, Standing.CUSTODIAN);
    private static final Set<Standing> DECIDERS = EnumSet.of(Standing.LEAD, Standing.SUPERVISOR);
    private static final Set<String> RESTRICTIONS = Set.of("none", "marked");
    private static final Ruling HERE = new Ruling.Yes("standing");

    private final Clock clock;

    Policy(Clock clock) {
        this.clock = clock;
    }

    /** The ruling on records of a case under a label; absent facts mean that there is no such case. */
    Ruling onCase(Asker asker, Right right, LabelFacts label, Optional<CaseFacts> found) {
        Ruling there = visible(asker, label, found);
        return there.allows() && found.isPresent() ? allowed(asker, right, label, found.get(), there) : there;
    }

    /** Whether records under a label exist for this person, in the compartments the person works in. */
    Ruling visible(Asker asker, LabelFacts label, Optional<CaseFacts> found) {
        if (!label.owner().equals(asker.organisation())) {
            return new Ruling.Hidden("other-organisation");
        }
        if (label.envelope().isPresent()) {
            return new Ruling.Hidden("envelope");
        }
        if (!RESTRICTIONS.contains(label.restriction())) {
            return new Ruling.Hidden("restriction");
        }
        return label.caseId().isEmpty() ? ofOrganisation(label) : ofCase(asker, label, found);
    }

    private static Ruling ofOrganisation(LabelFacts label) {
        if (!label.compartments().isEmpty()) {
            return new Ruling.Hidden("compartment");
        }
        boolean open = Caveats.KNOWN.containsAll(label.caveats()) && Caveats.mayRead(label.caveats(), Optional.empty());
        return open ? new Ruling.Yes("organisation") : new Ruling.Hidden("caveat");
    }

    private Ruling ofCase(Asker asker, LabelFacts label, Optional<CaseFacts> found) {
        if (found.isEmpty() || !found.get().owner().equals(asker.organisation())) {
            return new Ruling.Hidden("no-case");
        }
        CaseFacts facts = found.get();
        boolean glass = facts.glass().filter(until -> until.isAfter(now())).isPresent();
        if (facts.sealed()) {
            return new Ruling.Hidden("sealed");
        }
        if (facts.standing().isEmpty() && !glass) {
            return new Ruling.Hidden("no-standing");
        }
        boolean inside = asker.compartments().containsAll(label.compartments())
                && (glass || facts.entered().containsAll(label.compartments()));
        if (!inside) {
            return new Ruling.Hidden("compartment");
        }
        Set<String> caveats = Caveats.of(label, facts);
        if (!Caveats.KNOWN.containsAll(caveats) || !Caveats.mayRead(caveats, facts.standing())) {
            return new Ruling.Hidden("caveat");
        }
        return facts.standing().isPresent() ? HERE : new Ruling.Yes("break-glass");
    }

    private Ruling allowed(Asker asker, Right right, LabelFacts label, CaseFacts facts, Ruling there) {
        if (right == Right.ENTER) {
            return there;
        }
        if (asker.inSession()
                && asker.purposeOf().filter(facts.caseId()::equals).isEmpty()) {
            return Ruling.No.of("purpose-needed");
        }
        if (right == Right.READ || right == Right.MEMBER) {
            return there;
        }
        return facts.standing()
                .map(standing -> withStanding(standing, right, label, facts))
                .orElseGet(() -> Ruling.No.of("break-glass-reads-only"));
    }

    private Ruling withStanding(Standing standing, Right right, LabelFacts label, CaseFacts facts) {
        boolean decides = DECIDERS.contains(standing);
        return switch (right) {
            case ENTER, READ, MEMBER -> HERE;
            case EXPORT ->
                Caveats.againstExport(Caveats.of(label, facts), decides)
                        .<Ruling>map(caveat -> Ruling.No.of("caveat-" + caveat))
                        .orElse(HERE);
            case WRITE -> WRITERS.contains(standing) ? whileAuthorised(facts) : noStanding();
            // What was taken must be kept, brought back and handed on after the authority to take more is over.
            case HANDLE_EXHIBITS -> WRITERS.contains(standing) ? HERE : noStanding();
            case SUPERVISE -> decides ? atCaseLevel(label) : noStanding();
            case ADMIT -> decides && !label.compartments().isEmpty() ? HERE : noStanding();
            case ERASE -> decides ? whileNotHeld(facts) : noStanding();
            case BREAK_GLASS, OPEN_CASE, OVERSEE, ADMINISTER, CONFIRM, SELF -> noStanding();
        };
    }

    /** The ruling on something outside any case. */
    Ruling onOrganisation(Asker asker, Right right) {
        boolean investigates =
                asker.roles().contains(Role.INVESTIGATOR) || asker.roles().contains(Role.SUPERVISOR);
        boolean allowed = switch (right) {
            case OPEN_CASE, BREAK_GLASS -> investigates;
            case OVERSEE -> asker.roles().contains(Role.OVERSEER);
            case ADMINISTER -> asker.roles().contains(Role.ADMINISTRATOR);
            case CONFIRM ->
                asker.roles().contains(Role.ADMINISTRATOR) || asker.roles().contains(Role.OVERSEER);
            case HANDLE_EXHIBITS -> asker.roles().contains(Role.EVIDENCE_CUSTODIAN);
            case MEMBER, SELF -> true;
            case ENTER, READ, EXPORT, WRITE, SUPERVISE, ADMIT, ERASE -> false;
        };
        return allowed ? new Ruling.Yes("role") : new Ruling.No("role-missing", Map.of("right", right.name()));
    }

    private static Ruling atCaseLevel(LabelFacts label) {
        return label.compartments().isEmpty() ? HERE : Ruling.No.of("work-at-case-level");
    }

    private Ruling whileNotHeld(CaseFacts facts) {
        LocalDate today = LocalDate.now(clock.withZone(facts.zone()));
        return facts.heldUntil().filter(until -> !today.isAfter(until)).isPresent()
                ? Ruling.No.of("hold-in-force")
                : HERE;
    }

    private Ruling whileAuthorised(CaseFacts facts) {
        LocalDate today = LocalDate.now(clock.withZone(facts.zone()));
        if (today.isBefore(facts.authorityFrom())) {
            return dated("authority-not-yet", facts.authorityFrom());
        }
        return today.isAfter(facts.authorityUntil()) ? dated("authority-expired", facts.authorityUntil()) : HERE;
    }

    private static Ruling dated(String code, LocalDate date) {
        return new Ruling.No(code, Map.of("date", date.toString()));
    }

    private static Ruling noStanding() {
        return Ruling.No.of("standing-missing");
    }

    private Instant now() {
        return clock.instant();
    }
}
