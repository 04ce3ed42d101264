package org.plumbline.cases.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.audit.Events;
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
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/**
 * Erases cases whole. Asked and confirmed by two who decide on the case, never while a hold is in force. The records go
 * in the act that confirms; every other place follows, again after a crash, and is reported when it is clear.
 */
@Service
@Application
public class CaseErasures {
    /** Left for whoever clears the other places. */
    static final String ERASED = "case-erased";

    private static final Action READ = new Action("cases.read-erasures", Right.READ);
    private static final Action ASK = new Action("cases.ask-erasure", Right.ERASE);
    private static final Action CONFIRM = new Action("cases.erase", Right.ERASE);
    private static final Action DECLINE = new Action("cases.decline-erasure", Right.SUPERVISE);
    private static final Action LIST = new Action("cases.list-erased", Right.OVERSEE);

    private final Acts acts;
    private final Stamps stamps;
    private final Access access;
    private final CaseErasureTable table;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    CaseErasures(Acts acts, Stamps stamps, Access access, CaseErasureTable table, Events events, Ids ids, Clock clock) {
        this.acts = acts;
        this.stamps = stamps;
        this.access = access;
        this.table = table;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was asked of a case and not confirmed, newest first: once it is, there is no case to ask about. */
    public List<CaseErasure> ofCase(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(table.ofCase(caseId)));
    }

    /**
     * Asks to erase a case, naming the law or schedule.
     *
     * @throws Refused with {@code hold-in-force}, or {@code case-erasure-asked} while another waits to be decided
     */
    public CaseErasure ask(CaseId caseId, String ground, String reason) {
        return acts.perform(ASK, Scope.of(caseId), () -> {
            var input = new Input();
            var asked = new CaseErasure(
                    ids.next(),
                    caseId,
                    access.terms(caseId).number(),
                    input.text("ground", ground, 300),
                    input.text("reason", reason, 2000),
                    Acting.require().member(),
                    now(),
                    Optional.empty(),
                    List.of());
            input.check();
            if (table.ofCase(caseId).stream().anyMatch(CaseErasure::isOpen)) {
                throw conflict("case-erasure-asked");
            }
            table.ask(asked, Acting.require());
            return Noted.of(asked, ref(asked)).with("ground", asked.ground());
        });
    }

    /**
     * Erases the case; by another decider than who asked.
     *
     * @param number the case's number, typed again
     */
    public CaseErasure confirm(CaseId caseId, UUID id, String number) {
        return acts.perform(CONFIRM, Scope.of(caseId), () -> {
            CaseErasure asked = open(caseId, id);
            if (asked.by().equals(Acting.require().member())) {
                throw conflict("erasure-is-yours");
            }
            if (!asked.number().equals(number.strip())) {
                var input = new Input();
                input.refuse("number", "erasure-of-another-case", Map.of("number", number.strip()));
                input.check();
            }
            LabelId label = access.labelOf(caseId);
            Stamp stamp = stamps.inCase(caseId);
            decide(asked, true, "");
            long rows = table.eraseRows(id);
            table.cleared(id, new CaseErasure.Cleared("records", Optional.of(rows), Left.NOTHING, now()));
            events.publish(ERASED, ref(asked), stamp);
            // From here on nobody sees the label of the case, so the entry says itself that it goes under it.
            return Noted.of(asked, ref(asked))
                    .with("number", asked.number())
                    .with("ground", asked.ground())
                    .with("asked-by", asked.by())
                    .with("rows", rows)
                    .under(label);
        });
    }

    /** Leaves the case as it is, saying why; whoever asked may say so too. */
    public void decline(CaseId caseId, UUID id, String reason) {
        acts.perform(DECLINE, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, 300);
            input.check();
            CaseErasure asked = open(caseId, id);
            decide(asked, false, why);
            return Noted.of(asked, ref(asked)).with("reason", why);
        });
    }

    /** The cases erased in the organisation with what became of each place, newest first, for its overseer. */
    public List<CaseErasure> erased(Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.organisation(), () -> {
            List<CaseErasure> done = table.done(before, limit);
            return Noted.of(done, done.stream().map(CaseErasures::ref).toList());
        });
    }

    private CaseErasure open(CaseId caseId, UUID id) {
        CaseErasure asked = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        if (!asked.isOpen()) {
            throw conflict("case-erasure-decided");
        }
        return asked;
    }

    private void decide(CaseErasure asked, boolean confirmed, String reason) {
        if (!table.decide(asked.id(), confirmed, reason, Acting.require(), now())) {
            throw conflict("case-erasure-decided");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused conflict(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }

    private static Ref ref(CaseErasure erasure) {
        return new Ref("case-erasure", erasure.id(), Acting.require().organisation());
    }
}
