package org.plumbline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Opening a case of the own organisation without a standing in it, in an emergency: for reading only, with a reason,
 * for hours, while those who decide on the case and the overseer are told; somebody else reviews it afterwards. What a
 * court sealed and what would give a source away stay closed.
 */
@Service
@Application
public class BreakGlass {
    /** The longest an opening may hold. */
    public static final Duration LONGEST = Duration.ofHours(8);

    private static final Action OPEN = new Action("access.break-glass", Right.BREAK_GLASS);
    private static final Action LIST = new Action("access.list-openings", Right.SELF);
    private static final Action LIST_ALL = new Action("access.list-all-openings", Right.OVERSEE);
    private static final Action CLOSE = new Action("access.close-opening", Right.SELF);
    private static final Action SEE = new Action("access.see-opening", Right.SELF);
    private static final Action REVIEW = new Action("access.review-opening", Right.SELF);
    private static final int SHORTEST_REASON = 15;

    private final Acts acts;
    private final OpeningTable table;
    private final AccessTable access;
    private final Members members;
    private final Ids ids;
    private final Clock clock;

    BreakGlass(Acts acts, OpeningTable table, AccessTable access, Members members, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.access = access;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a case to the acting person until the hours are over.
     *
     * @param caseNumber the case's number; one that doesn't exist, is another organisation's or is sealed is unknown
     * @param hours 1 to 8
     */
    public Opening open(String caseNumber, String reason, int hours) {
        return acts.perform(OPEN, Scope.organisation(), () -> {
            Acting acting = Acting.require();
            var input = new Input();
            String number = input.text("case_number", caseNumber, 100);
            String why = input.text("reason", reason, 1000);
            if (!why.isEmpty() && why.length() < SHORTEST_REASON) {
                input.refuse("reason", "reason-too-short", Map.of("least", "" + SHORTEST_REASON));
            }
            if (hours < 1 || hours > LONGEST.toHours()) {
                input.refuse("hours", "hours-out-of-range", Map.of("most", "" + LONGEST.toHours()));
            }
            input.check();
            CaseId caseId = access.ofNumber(acting.organisation(), number)
                    .filter(id -> !facts(id, acting.member()).sealed())
                    .orElseThrow(() -> unknown(number));
            if (facts(caseId, acting.member()).standing().isPresent()) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "standing-already", Map.of())
                        .asException();
            }
            Opening opened = opening(caseId, number, why, hours);
            table.insert(opened, acting.organisation());
            access.enter(acting, clock.instant());
            return Noted.of(opened, ref(opened))
                    .with("number", number)
                    .with("reason", why)
                    .with("until", opened.expiresAt())
                    .with("told", opened.told().size())
                    .opening(caseId);
        });
    }

    private Opening opening(CaseId caseId, String number, String reason, int hours) {
        MemberId member = Acting.require().member();
        Set<MemberId> told = toTell(caseId, member);
        if (told.isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "nobody-to-tell", Map.of()).asException();
        }
        Instant now = now();
        return new Opening(
                ids.next(),
                caseId,
                number,
                member,
                reason,
                now,
                now.plus(Duration.ofHours(hours)),
                told,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Those who decide on the case, and the overseers; never the person who opens. */
    private Set<MemberId> toTell(CaseId caseId, MemberId opener) {
        var told = new HashSet<MemberId>();
        members.colleagues().stream()
                .filter(m -> m.roles().contains(Role.OVERSEER))
                .map(Member::id)
                .forEach(told::add);
        access.grants(caseId).stream()
                .filter(g -> g.standing() == Standing.LEAD || g.standing() == Standing.SUPERVISOR)
                .map(Grant::member)
                .filter(m -> members.colleague(m).isPresent())
                .forEach(told::add);
        told.remove(opener);
        return told;
    }

    /** Openings by the acting person or told to them, newest first. */
    public List<Opening> list(Optional<UUID> before, int limit) {
        return acts.consult(
                LIST,
                Scope.own(),
                () -> listed(table.concerning(Acting.require().member(), before, limit)));
    }

    /** All openings in the organisation, for its overseer. */
    public List<Opening> all(Optional<UUID> before, int limit) {
        return acts.consult(
                LIST_ALL,
                Scope.organisation(),
                () -> listed(table.all(Acting.require().organisation(), before, limit)));
    }

    private static Noted<List<Opening>> listed(List<Opening> openings) {
        return Noted.of(openings, openings.stream().map(BreakGlass::ref).toList());
    }

    /** An opening that concerns the acting person: their own, told to them, or any for the overseer. */
    public Opening read(UUID id) {
        return acts.consult(LIST, Scope.own(), () -> {
            Opening opening = concerning(id);
            return Noted.of(opening, ref(opening));
        });
    }

    /** Records that the acting person has looked at the notice of an opening. */
    public void see(UUID id) {
        acts.perform(SEE, Scope.own(), () -> {
            Opening opening = concerning(id);
            MemberId member = Acting.require().member();
            if (!opening.told().contains(member)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "not-told", Map.of()).asException();
            }
            table.seen(id, member, now());
            return Noted.of(opening, ref(opening));
        });
    }

    /** Closes the own opening before it expires. */
    public void close(UUID id) {
        acts.perform(CLOSE, Scope.own(), () -> {
            Acting acting = Acting.require();
            Opening opening = concerning(id);
            if (!opening.member().equals(acting.member())) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "not-your-opening", Map.of())
                        .asException();
            }
            table.end(id, acting.member(), now());
            access.enter(acting, clock.instant());
            return Noted.of(opening, ref(opening));
        });
    }

    /** Closes the review after an opening; the person who opened never does, and nobody before it is over. */
    public Opening review(UUID id, boolean justified, String finding) {
        return acts.perform(REVIEW, Scope.own(), () -> {
            Acting acting = Acting.require();
            Opening opening = concerning(id);
            if (opening.member().equals(acting.member())) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "own-opening", Map.of())
                        .asException();
            }
            if (opening.isOpen(now())) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "opening-not-over", Map.of())
                        .asException();
            }
            var input = new Input();
            String found = input.text("finding", finding, 2000);
            input.check();
            if (!table.review(id, new Opening.Review(justified, found, now(), acting.member()))) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "reviewed-already", Map.of())
                        .asException();
            }
            return Noted.of(table.find(id, acting.organisation()).orElseThrow(), ref(opening))
                    .with("justified", justified);
        });
    }

    private Opening concerning(UUID id) {
        Acting acting = Acting.require();
        return table.find(id, acting.organisation())
                .filter(o -> o.member().equals(acting.member())
                        || o.told().contains(acting.member())
                        || acting.is(Role.OVERSEER))
                .orElseThrow(Refusal.absent()::asException);
    }

    private CaseFacts facts(CaseId caseId, MemberId member) {
        return access.facts(caseId, member).orElseThrow();
    }

    private static Refused unknown(String number) {
        return Refusal.invalid(
                        List.of(new Refusal.Field("case_number", "case-number-unknown", Map.of("number", number))))
                .asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Ref ref(Opening opening) {
        return new Ref("break-glass", opening.id(), Acting.require().organisation());
    }
}
