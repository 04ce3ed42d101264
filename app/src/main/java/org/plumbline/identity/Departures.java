package org.plumbline.identity;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** A member leaves: signed out at once, what they held goes to a colleague, their name stays on what they did. */
@Service
@Application
public class Departures {
    private static final Action LEAVE = new Action("identity.end-membership", Right.ADMINISTER);
    private static final Action PREPARE = new Action("identity.prepare-departure", Right.ADMINISTER);

    private final Acts acts;
    private final Turn turn;
    private final IdentityTable table;
    private final RoleTable roles;
    private final CredentialTable credentials;
    private final SessionsOf sessions;
    private final ObjectProvider<Handover> handovers;
    private final Clock clock;

    Departures(
            Acts acts,
            Turn turn,
            IdentityTable table,
            RoleTable roles,
            CredentialTable credentials,
            SessionsOf sessions,
            ObjectProvider<Handover> handovers,
            Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.roles = roles;
        this.credentials = credentials;
        this.sessions = sessions;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** How many things of the member need somebody to take them over; never which. */
    public int waiting(MemberId member) {
        return acts.consult(PREPARE, Scope.organisation(), () -> {
            Member leaver = turn.colleague(member);
            int waiting = held(member);
            return Noted.of(waiting, Staff.ref(leaver)).with("waiting", waiting);
        });
    }

    /**
     * Ends the membership, at once and for good.
     *
     * @param successor who takes over open tasks; needed when there are any
     * @return what was handed over or ended, by the last word of the message key {@code handover.<word>}
     */
    public SortedMap<String, Integer> leave(MemberId member, Optional<MemberId> successor, String reason) {
        return acts.perform(LEAVE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member leaver = turn.colleague(member);
            if (by.equals(member)) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "own-membership", Map.of())
                        .asException();
            }
            turn.keepsOne(Role.ADMINISTRATOR, leaver);
            turn.keepsOne(Role.OVERSEER, leaver);
            String why = checked(leaver, successor, reason);
            var done = new TreeMap<String, Integer>();
            var departure = new Handover.Departure(member, successor, why);
            handovers.forEach(h -> done.putAll(h.depart(departure)));
            done.putAll(signOut(leaver, new Step(Optional.of(by), clock.instant(), why)));
            return noted(done, leaver, departure);
        });
    }

    private String checked(Member leaver, Optional<MemberId> successor, String reason) {
        var input = new Input();
        String why = input.text("reason", reason, 300);
        int waiting = held(leaver.id());
        if (waiting > 0 && successor.isEmpty()) {
            input.refuse("successor", "successor-missing", Map.of("count", "" + waiting));
        }
        successor
                .filter(id -> !maySucceed(id, leaver))
                .ifPresent(id -> input.refuse("successor", "not-a-successor", Map.of()));
        input.check();
        return why;
    }

    /** A colleague who works on cases: others couldn't see a task. */
    private boolean maySucceed(MemberId id, Member leaver) {
        return !id.equals(leaver.id())
                && table.member(id)
                        .filter(m -> m.organisation().equals(leaver.organisation()))
                        .filter(m -> m.roles().stream().anyMatch(r -> r != Role.OVERSEER && r != Role.ADMINISTRATOR))
                        .isPresent();
    }

    private int held(MemberId member) {
        return handovers.stream().mapToInt(h -> h.waiting(member)).sum();
    }

    private Map<String, Integer> signOut(Member leaver, Step ended) {
        leaver.roles().forEach(role -> roles.end(leaver.id(), role, ended));
        var tokens = credentials.tokens(leaver.id(), ended.at());
        tokens.forEach(token -> credentials.endToken(token.id(), ended));
        credentials.spendLinks(leaver.id(), ended.at());
        int signedOut = sessions.end(leaver.id());
        table.insertEnded(leaver.id(), ended);
        return Map.of("sessions", signedOut, "tokens", tokens.size());
    }

    private Noted<SortedMap<String, Integer>> noted(
            SortedMap<String, Integer> done, Member leaver, Handover.Departure departure) {
        Noted<SortedMap<String, Integer>> noted =
                Noted.of(done, Staff.ref(leaver)).with("name", leaver.name()).with("reason", departure.reason());
        if (departure.successor().isPresent()) {
            noted = noted.with("successor", departure.successor().get());
        }
        for (var one : done.entrySet()) {
            noted = noted.with(one.getKey(), one.getValue());
        }
        return noted;
    }
}
