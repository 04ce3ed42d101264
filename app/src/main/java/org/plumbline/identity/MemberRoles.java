package org.plumbline.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Roles of members: given, asked for, confirmed by a second person, ended. Nobody touches their own. */
@Service
@Application
public class MemberRoles {
    private static final Action GIVE = new Action("identity.give-role", Right.ADMINISTER);
    private static final Action ASK = new Action("identity.ask-role", Right.ADMINISTER);
    private static final Action END = new Action("identity.end-role", Right.ADMINISTER);
    private static final Action CONFIRM = new Action("identity.confirm-role", Right.CONFIRM);
    private static final Action DECLINE = new Action("identity.decline-role", Right.CONFIRM);
    private static final Action WAITING = new Action("identity.list-role-requests", Right.CONFIRM);

    private final Acts acts;
    private final Turn turn;
    private final RoleTable table;
    private final Ids ids;
    private final Clock clock;

    MemberRoles(Acts acts, Turn turn, RoleTable table, Ids ids, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whether one administrator alone can't give it: a sensitive role, and that of administrator, since whoever makes
     * one could else confirm through them.
     */
    public static boolean needSecondPerson(Role role) {
        return role.sensitive() || role == Role.ADMINISTRATOR;
    }

    /** Gives a role at once, or asks a second person for it; present is the request that waits. */
    public Optional<RoleRequest> give(MemberId member, Role role, String reason) {
        return acts.perform(needSecondPerson(role) ? ASK : GIVE, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member to = turn.person(member);
            notOwn(by, member);
            String why = Reason.said(reason);
            if (to.roles().contains(role)) {
                throw conflict("role-held", to);
            }
            Optional<RoleRequest> request = Optional.empty();
            if (needSecondPerson(role)) {
                request = Optional.of(ask(to, role, why, by));
            } else {
                table.insertGiven(ids.next(), member, role, new Step(Optional.of(by), clock.instant(), why));
            }
            return noted(request, to, role).with("reason", why);
        });
    }

    /** Confirms what another asked for a third: from now on the role is held. */
    public RoleRequest confirm(UUID request) {
        return acts.perform(CONFIRM, Scope.organisation(), () -> {
            MemberId second = turn.take(Role.ADMINISTRATOR, Role.OVERSEER);
            RoleRequest asked = open(request);
            notOwn(second, asked.member());
            if (asked.isAskedBy(second)) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "second-person-needed", Map.of())
                        .asException();
            }
            Instant now = clock.instant();
            Member to = turn.colleague(asked.member());
            if (to.roles().contains(asked.role())) {
                throw conflict("role-held", to);
            }
            table.insertAnswer(request, Answer.CONFIRMED, new Step(Optional.of(second), now, ""));
            table.insertConfirmed(ids.next(), asked, now, second);
            return noted(asked, to, asked.role());
        });
    }

    /** Says no to what another asked for a third; who asked takes it back. */
    public RoleRequest decline(UUID request, String reason) {
        return acts.perform(DECLINE, Scope.organisation(), () -> {
            MemberId second = turn.take(Role.ADMINISTRATOR, Role.OVERSEER);
            RoleRequest asked = open(request);
            notOwn(second, asked.member());
            String why = Reason.said(reason);
            Answer answer = asked.isAskedBy(second) ? Answer.WITHDRAWN : Answer.DECLINED;
            table.insertAnswer(request, answer, new Step(Optional.of(second), clock.instant(), why));
            Member to = turn.colleague(asked.member());
            return noted(asked, to, asked.role()).with("answer", answer.code()).with("reason", why);
        });
    }

    /** What waits for a second person, oldest first; also what the acting person asked for and can't confirm. */
    public List<RoleRequest> waiting() {
        return acts.consult(WAITING, Scope.organisation(), () -> {
            List<RoleRequest> waiting = table.unanswered(Acting.require().organisation()).stream()
                    .filter(RoleRequest::waits)
                    .toList();
            return Noted.of(waiting, waiting.stream().map(MemberRoles::ref).toList());
        });
    }

    /** Ends a role at once. */
    public Member end(MemberId member, Role role, String reason) {
        return acts.perform(END, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member from = turn.colleague(member);
            notOwn(by, member);
            String why = Reason.said(reason);
            if (!from.roles().contains(role)) {
                throw conflict("role-not-held", from);
            }
            turn.keepsOne(role, from);
            table.end(member, role, new Step(Optional.of(by), clock.instant(), why));
            return noted(from, from, role).with("reason", why);
        });
    }

    /** Leaves a request in the name of whoever acts, inside their act. */
    RoleRequest ask(Member to, Role role, String why, MemberId by) {
        if (table.requests(to.organisation(), to.id()).stream().anyMatch(r -> r.waits() && r.role() == role)) {
            throw conflict("role-asked", to);
        }
        var request = new RoleRequest(
                ids.next(), to.id(), role, new Step(Optional.of(by), clock.instant(), why), Optional.empty(), false);
        table.insertAsked(request);
        return request;
    }

    private RoleRequest open(UUID id) {
        OrganisationId own = Acting.require().organisation();
        RoleRequest request = table.request(own, id).orElseThrow(Refusal.absent()::asException);
        if (request.answer().isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "request-answered", Map.of())
                    .asException();
        }
        if (request.lapsed()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "request-lapsed", Map.of()).asException();
        }
        return request;
    }

    private static void notOwn(MemberId by, MemberId member) {
        if (by.equals(member)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "own-role", Map.of()).asException();
        }
    }

    private static Refused conflict(String code, Member member) {
        return new Refusal(code, Refusal.Kind.CONFLICT, Map.of("name", member.name()), List.of()).asException();
    }

    private static <T> Noted<T> noted(T value, Member member, Role role) {
        return Noted.of(value, Staff.ref(member)).with("role", role.code()).with("name", member.name());
    }

    private static Ref ref(RoleRequest request) {
        return new Ref("role-request", request.id(), Acting.require().organisation());
    }
}
