package org.plumbline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Holds on a case, on one of its exhibits or on what it has about one of its subjects. Whoever disposes, erases, lets
 * expire, destroys a key or recalls asks {@link StandingHolds} first. Who placed a hold doesn't lift it.
 */
@Service
@Application
public class Holds {
    private static final Action READ = new Action("access.read-holds", Right.READ);
    private static final Action PLACE = new Action("access.place-hold", Right.SUPERVISE);
    private static final Action LIFT = new Action("access.lift-hold", Right.SUPERVISE);
    private static final int LONGEST_REASON = 300;

    private final Acts acts;
    private final HoldTable table;
    private final AccessTable terms;
    private final RecordLabels labels;
    private final Ids ids;
    private final Clock clock;

    Holds(Acts acts, HoldTable table, AccessTable terms, RecordLabels labels, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.terms = terms;
        this.labels = labels;
        this.ids = ids;
        this.clock = clock;
    }

    /** Holds in force, oldest first; those on what the reader may not see are left out. */
    public List<Hold> list(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(visible(caseId)));
    }

    /**
     * Places a hold; several may be in force at once, each on its own ground.
     *
     * @param field what was asked, by the names of {@link HoldInput}
     * @throws org.plumbline.kernel.Refused when its last day has passed, or it covers what the case doesn't have
     */
    public Hold place(CaseId caseId, Function<String, @Nullable String> field) {
        return acts.perform(PLACE, Scope.of(caseId), () -> {
            HoldInput asked = HoldInput.read(field);
            check(caseId, asked);
            var hold = new Hold(
                    ids.next(),
                    caseId,
                    asked.scope(),
                    asked.of(),
                    asked.authority(),
                    asked.reason(),
                    asked.until(),
                    now(),
                    Acting.require().member());
            table.place(hold);
            return Noted.of(hold, ref("hold", hold.id()))
                    .with("scope", hold.scope().code())
                    .with("of", hold.of().map(UUID::toString).orElse(""))
                    .with("until", hold.until().map(LocalDate::toString).orElse(""));
        });
    }

    /** Lifts a hold, with the reason; another member than who placed it. */
    public void lift(CaseId caseId, UUID id, String reason) {
        acts.perform(LIFT, Scope.of(caseId), () -> {
            var input = new Input();
            String why = input.text("reason", reason, LONGEST_REASON);
            input.check();
            Hold hold = visible(caseId).stream()
                    .filter(h -> h.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            if (hold.placedBy().equals(Acting.require().member())) {
                throw conflict("hold-is-yours");
            }
            if (!table.lift(hold.id(), Acting.require().member(), why, now())) {
                throw conflict("lifted-already");
            }
            return Noted.of(hold, ref("hold", hold.id())).with("reason", why);
        });
    }

    private void check(CaseId caseId, HoldInput asked) {
        var input = new Input();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(caseId));
        asked.until()
                .filter(today::isAfter)
                .ifPresent(past -> input.refuse("until", "hold-ends-in-the-past", Map.of("until", past.toString())));
        if (asked.of().filter(of -> !isOf(caseId, asked.scope(), of)).isPresent()) {
            input.refuse("covers", "hold-of-nothing", Map.of());
        }
        input.check();
    }

    private List<Hold> visible(CaseId caseId) {
        ZoneId zone = zone(caseId);
        return table.live(caseId).stream()
                .filter(h -> h.isInForce(clock.instant(), zone))
                .filter(h -> h.of().isEmpty() || isOf(caseId, h.scope(), h.of().get()))
                .toList();
    }

    /** Whether there is such a record in the case, as the acting person sees it. */
    private boolean isOf(CaseId caseId, Hold.Scope scope, UUID of) {
        return labels.of(ref(scope.code(), of))
                .flatMap(terms::label)
                .flatMap(LabelFacts::caseId)
                .filter(caseId::equals)
                .isPresent();
    }

    private ZoneId zone(CaseId caseId) {
        return terms.terms(caseId).map(CaseTerms::zone).orElse(ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static org.plumbline.kernel.Refused conflict(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }

    private static Ref ref(String kind, UUID id) {
        return new Ref(kind, id, Acting.require().organisation());
    }
}
