package org.plumbline.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** What a person says before a case is opened in a session: for which of its purposes, and in which part of it. */
@Service
@Application
public class Purposes {
    private static final Action OFFER = new Action("cases.ask-purpose", Right.ENTER);
    private static final Action TAKE = new Action("cases.take-purpose", Right.ENTER);

    private final Acts acts;
    private final CaseTable table;
    private final CaseNumbers numbers;
    private final Compartments compartments;
    private final Clock clock;

    Purposes(Acts acts, CaseTable table, CaseNumbers numbers, Compartments compartments, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.numbers = numbers;
        this.compartments = compartments;
        this.clock = clock;
    }

    /**
     * What can be chosen.
     *
     * @param authorities those in force today; where none is, the newest, under which the case can still be read
     * @param compartments parts of the case the person may work in
     */
    public record Offer(CaseFile file, List<Authority> authorities, boolean inForce, List<Compartment> compartments) {
        public Offer {
            authorities = List.copyOf(authorities);
            compartments = List.copyOf(compartments);
        }
    }

    /** What the acting person can choose for a case. */
    public Offer offer(CaseId caseId) {
        return acts.consult(OFFER, Scope.of(caseId), () -> {
            CaseFile file = table.find(caseId).orElseThrow(Refusal.absent()::asException);
            List<Authority> all = table.authorities(caseId);
            List<Authority> valid = all.stream().filter(this::isInForce).toList();
            var offer = new Offer(
                    file,
                    valid.isEmpty() ? all.stream().limit(1).toList() : valid,
                    !valid.isEmpty(),
                    compartments.list(caseId));
            return Noted.of(offer, file.ref());
        });
    }

    /** Takes the purpose of an authority, at case level or in a compartment; it is on the trail from here on. */
    public Acting.Purpose take(CaseId caseId, UUID authority, Optional<UUID> compartment) {
        Optional<Acting.Purpose> chosen = numbers.purpose(caseId, Optional.of(authority), compartment);
        Acting acting = Acting.require();
        return Acting.as(
                acting.withPurpose(chosen.or(acting::purpose)),
                () -> acts.perform(TAKE, Scope.of(caseId), () -> {
                    Acting.Purpose purpose = chosen.orElseThrow(() -> Refusal.invalid(
                                    List.of(new Refusal.Field("authority", "authority-not-of-case", Map.of())))
                            .asException());
                    return Noted.of(purpose).with("authority", authority);
                }));
    }

    private boolean isInForce(Authority authority) {
        LocalDate today = LocalDate.now(clock.withZone(authority.zone()));
        return !today.isBefore(authority.validFrom()) && !today.isAfter(authority.validUntil());
    }
}
