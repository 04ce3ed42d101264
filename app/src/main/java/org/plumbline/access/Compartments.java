package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Need-to-know compartments inside a case. A person works either at case level or in one compartment, and what is
 * recorded meanwhile belongs there; so nothing of a compartment gets into what others of the case read, the trail of
 * the case included.
 */
@Service
@Application
public class Compartments {
    private static final Action MAKE = new Action("access.make-compartment", Right.SUPERVISE);
    private static final Action LIST = new Action("access.list-compartments", Right.ENTER);
    private static final Action READ = new Action("access.read-compartment", Right.READ);
    private static final Action ADMIT = new Action("access.admit", Right.ADMIT);
    private static final Action END = new Action("access.end-admission", Right.ADMIT);

    private final Acts acts;
    private final Access access;
    private final AccessTable labels;
    private final CompartmentTable table;
    private final Ids ids;
    private final Clock clock;

    Compartments(Acts acts, Access access, AccessTable labels, CompartmentTable table, Ids ids, Clock clock) {
        this.acts = acts;
        this.access = access;
        this.labels = labels;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes a compartment; whoever makes it is admitted first, and nobody else. */
    public Compartment make(CaseId caseId, String name, String reason) {
        return acts.perform(MAKE, Scope.of(caseId), () -> {
            var input = new Input();
            String called = input.text("name", name, 100);
            String why = input.text("reason", reason, 300);
            input.check();
            Acting acting = Acting.require();
            var made =
                    new Compartment(ids.next(), caseId, table.nextSeries(caseId), called, why, now(), acting.member());
            table.insert(made);
            table.insert(new Compartment.Admission(
                    ids.next(), made.id(), acting.member(), why, made.madeAt(), acting.member()));
            LabelId label = labels.intern(
                    acting.organisation(), Optional.of(caseId), Set.of(made.id()), "none", clock.instant());
            return Noted.of(made, ref(made)).under(label);
        });
    }

    /** The compartments of a case that the acting person may work in. */
    public List<Compartment> list(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<Compartment> open = table.ofCase(caseId).stream()
                    .filter(c -> access.mayEnter(caseId, c.id()))
                    .toList();
            return Noted.of(open);
        });
    }

    /**
     * The compartment worked in.
     *
     * @param mayAdmit whether the acting person decides who belongs to it
     */
    public record Inside(Compartment compartment, List<Compartment.Admission> admitted, boolean mayAdmit) {
        public Inside {
            admitted = List.copyOf(admitted);
        }
    }

    /** The compartment of the case worked in, with who is admitted; absent at case level. */
    public Optional<Inside> inside(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Acting acting = Acting.require();
            Optional<Inside> inside = acting.compartmentOf(caseId)
                    .flatMap(table::find)
                    .map(here -> new Inside(
                            here,
                            table.admitted(here.id()),
                            access.decide(acting, ADMIT, Scope.of(caseId)) instanceof Decision.Allowed));
            return Noted.of(
                    inside, inside.stream().map(i -> ref(i.compartment())).toList());
        });
    }

    /** Admits a member of the case's team to the compartment worked in. */
    public Compartment.Admission admit(CaseId caseId, MemberId member, String reason) {
        return acts.perform(ADMIT, Scope.of(caseId), () -> {
            Compartment here = here(caseId);
            var input = new Input();
            String why = input.text("reason", reason, 300);
            if (labels.facts(caseId, member).flatMap(CaseFacts::standing).isEmpty()) {
                input.refuse("member", "not-in-the-team", Map.of());
            }
            if (table.admitted(here.id()).stream().anyMatch(a -> a.member().equals(member))) {
                input.refuse("member", "admitted-already", Map.of());
            }
            input.check();
            var given = new Compartment.Admission(
                    ids.next(), here.id(), member, why, now(), Acting.require().member());
            table.insert(given);
            return Noted.of(given, ref(here)).with("member", member);
        });
    }

    /** Ends an admission; the last one stays, since nobody could open the compartment any more. */
    public void end(CaseId caseId, UUID admission, String reason) {
        acts.perform(END, Scope.of(caseId), () -> {
            Compartment here = here(caseId);
            var input = new Input();
            String why = input.text("reason", reason, 300);
            input.check();
            List<Compartment.Admission> admitted = table.admitted(here.id());
            Compartment.Admission ended = admitted.stream()
                    .filter(a -> a.id().equals(admission))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            if (admitted.size() == 1) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "last-admitted", Map.of())
                        .asException();
            }
            table.end(admission, Acting.require().member(), why, clock.instant());
            return Noted.of(ended, ref(here)).with("member", ended.member());
        });
    }

    private Compartment here(CaseId caseId) {
        return Acting.require()
                .compartmentOf(caseId)
                .flatMap(table::find)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "work-in-a-compartment", Map.of())
                        .asException());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Ref ref(Compartment made) {
        return new Ref("compartment", made.id(), Acting.require().organisation());
    }
}
