package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.ClosureTable.Kind;
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
 * Legal holds and court seals of a case. A hold keeps everything from being erased. A seal closes the case to
 * everybody, break-glass included, until the overseer lifts it by a court's order.
 */
@Service
@Application
public class Closures {
    private static final Action READ = new Action("access.read-holds", Right.READ);
    private static final Action HOLD = new Action("access.place-hold", Right.SUPERVISE);
    private static final Action LIFT_HOLD = new Action("access.lift-hold", Right.SUPERVISE);
    private static final Action SEAL = new Action("access.place-seal", Right.SUPERVISE);
    private static final Action LIST_SEALS = new Action("access.list-seals", Right.OVERSEE);
    private static final Action LIFT_SEAL = new Action("access.lift-seal", Right.OVERSEE);

    private final Acts acts;
    private final ClosureTable table;
    private final AccessTable terms;
    private final Ids ids;
    private final Clock clock;

    Closures(Acts acts, ClosureTable table, AccessTable terms, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.terms = terms;
        this.ids = ids;
        this.clock = clock;
    }

    /** A seal in force, with the number of its case: the overseer learns no more of the case. */
    public record Sealed(Closure seal, String caseNumber) {}

    /** Holds in force on a case, oldest first. */
    public List<Closure> holds(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(table.live(Kind.HOLD, caseId)));
    }

    /** Places a hold; several may be in force at once, each for its own reason. */
    public Closure hold(CaseId caseId, String reason) {
        return acts.perform(HOLD, Scope.of(caseId), () -> {
            Closure placed = placed(caseId, "reason", reason);
            table.place(Kind.HOLD, placed);
            return Noted.of(placed, ref("hold", placed));
        });
    }

    /** Lifts a hold, with the reason. */
    public void liftHold(CaseId caseId, UUID hold, String reason) {
        acts.perform(LIFT_HOLD, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, 300);
            input.check();
            Closure placed = table.live(Kind.HOLD, caseId).stream()
                    .filter(h -> h.id().equals(hold))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            lift(Kind.HOLD, placed, why);
            return Noted.of(placed, ref("hold", placed));
        });
    }

    /** Seals a case by order of a court. From then on nobody opens it, the acting person neither. */
    public Closure seal(CaseId caseId, String courtOrder) {
        return acts.perform(SEAL, Scope.of(caseId), () -> {
            Closure placed = placed(caseId, "court_order", courtOrder);
            table.place(Kind.SEAL, placed);
            // From here on nobody sees the label of the case, so the entry says itself that it goes under it.
            LabelId label = terms.label(caseId, Set.of(), "none").orElseThrow().id();
            return Noted.of(placed, ref("seal", placed))
                    .with("order", placed.ground())
                    .under(label);
        });
    }

    /** The seals in force in the organisation, for its overseer. */
    public List<Sealed> seals() {
        return acts.consult(LIST_SEALS, Scope.organisation(), () -> {
            List<Sealed> all = table.seals(Acting.require().organisation()).stream()
                    .map(s -> new Sealed(
                            s, terms.terms(s.caseId()).map(CaseTerms::number).orElse("")))
                    .toList();
            return Noted.of(all, all.stream().map(s -> ref("seal", s.seal())).toList());
        });
    }

    /** Lifts a seal by order of a court; the overseer does, who has no part in the case. */
    public void liftSeal(UUID seal, String courtOrder) {
        acts.perform(LIFT_SEAL, Scope.organisation(), () -> {
            var input = new Input();
            String order = input.text("court_order", courtOrder, 300);
            input.check();
            Closure placed =
                    table.seal(seal, Acting.require().organisation()).orElseThrow(Refusal.absent()::asException);
            lift(Kind.SEAL, placed, order);
            return Noted.of(placed, ref("seal", placed)).with("order", order);
        });
    }

    private Closure placed(CaseId caseId, String field, String ground) {
        var input = new Input();
        String said = input.text(field, ground, 300);
        input.check();
        return new Closure(ids.next(), caseId, said, now(), Acting.require().member());
    }

    private void lift(Kind kind, Closure placed, String ground) {
        if (!table.lift(kind, placed.id(), Acting.require().member(), ground, now())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "lifted-already", Map.of()).asException();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Ref ref(String kind, Closure placed) {
        return new Ref(kind, placed.id(), Acting.require().organisation());
    }
}
