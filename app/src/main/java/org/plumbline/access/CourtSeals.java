package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Seals of courts: each closes a case to everybody, break-glass included, until the overseer lifts it by a court's
 * order.
 */
@Service
@Application
public class CourtSeals {
    private static final Action SEAL = new Action("access.place-seal", Right.SUPERVISE);
    private static final Action LIST = new Action("access.list-seals", Right.OVERSEE);
    private static final Action LIFT = new Action("access.lift-seal", Right.OVERSEE);

    private final Acts acts;
    private final CourtSealTable table;
    private final AccessTable terms;
    private final Ids ids;
    private final Clock clock;

    CourtSeals(Acts acts, CourtSealTable table, AccessTable terms, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.terms = terms;
        this.ids = ids;
        this.clock = clock;
    }

    /** A seal in force, with the number of its case: the overseer learns no more of the case. */
    public record Sealed(CourtSeal seal, String caseNumber) {}

    /** Seals a case by order of a court. From then on nobody opens it, the acting person neither. */
    public CourtSeal seal(CaseId caseId, String courtOrder) {
        return acts.perform(SEAL, Scope.of(caseId), () -> {
            CourtSeal seal = new CourtSeal(
                    ids.next(),
                    caseId,
                    order(courtOrder),
                    now(),
                    Acting.require().member());
            table.place(seal);
            // From here on nobody sees the label of the case, so the entry says itself that it goes under it.
            LabelId label = terms.label(caseId, Set.of(), "none").orElseThrow().id();
            return Noted.of(seal, ref(seal)).with("order", seal.order()).under(label);
        });
    }

    /** The seals in force in the organisation, for its overseer. */
    public List<Sealed> list() {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<Sealed> all = table.live(Acting.require().organisation()).stream()
                    .map(s -> new Sealed(
                            s, terms.terms(s.caseId()).map(CaseTerms::number).orElse("")))
                    .toList();
            return Noted.of(all, all.stream().map(s -> ref(s.seal())).toList());
        });
    }

    /** Lifts a seal by order of a court; the overseer does, who has no part in the case. */
    public void lift(UUID seal, String courtOrder) {
        acts.perform(LIFT, Scope.organisation(), () -> {
            String order = order(courtOrder);
            Acting acting = Acting.require();
            CourtSeal placed = table.live(seal, acting.organisation()).orElseThrow(Refusal.absent()::asException);
            if (!table.lift(placed.id(), acting.member(), order, now())) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "lifted-already", Map.of())
                        .asException();
            }
            return Noted.of(placed, ref(placed)).with("order", order);
        });
    }

    private static String order(String said) {
        var input = new Input();
        String order = input.text("court_order", said, 300);
        input.check();
        return order;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Ref ref(CourtSeal seal) {
        return new Ref("seal", seal.id(), Acting.require().organisation());
    }
}
