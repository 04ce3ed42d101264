package org.plumbline.identity;

import java.time.Clock;
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
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Brings a member back in who lost every way to sign in: two administrators do, and never for themselves. */
@Service
@Application
public class Recoveries {
    private static final Action ASK = new Action("identity.ask-recovery", Right.ADMINISTER);
    private static final Action CONFIRM = new Action("identity.confirm-recovery", Right.ADMINISTER);
    private static final Action DECLINE = new Action("identity.decline-recovery", Right.ADMINISTER);
    private static final Action WAITING = new Action("identity.list-recoveries", Right.ADMINISTER);
    private static final Action OWN = new Action("identity.read-own-recoveries", Right.SELF);

    private final Acts acts;
    private final Turn turn;
    private final RecoveryTable table;
    private final Enrolment enrolment;
    private final Ids ids;
    private final Clock clock;

    Recoveries(Acts acts, Turn turn, RecoveryTable table, Enrolment enrolment, Ids ids, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.table = table;
        this.enrolment = enrolment;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks another administrator for a link for a member. */
    public Recovery ask(MemberId member, String reason) {
        return acts.perform(ASK, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member of = turn.person(member);
            notOwn(by, member);
            String why = Reason.said(reason);
            if (table.of(of.organisation(), member).stream().anyMatch(Recovery::waits)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "recovery-asked", Map.of("name", of.name()))
                        .asException();
            }
            var recovery = new Recovery(
                    ids.next(),
                    member,
                    new Step(Optional.of(by), clock.instant(), why),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
            table.insertAsked(recovery);
            return noted(recovery, of).with("reason", why);
        });
    }

    /** Confirms what another administrator asked for a third; the link is shown now and never again. */
    public Staff.Enrolled confirm(UUID recovery) {
        return acts.perform(CONFIRM, Scope.organisation(), () -> {
            MemberId second = turn.take(Role.ADMINISTRATOR);
            Recovery asked = open(recovery);
            notOwn(second, asked.member());
            if (asked.isAskedBy(second)) {
                throw Refusal.of(Refusal.Kind.FORBIDDEN, "second-person-needed", Map.of())
                        .asException();
            }
            Member of = turn.colleague(asked.member());
            Enrolment.Link link = enrolment.recoveryLink(of.id());
            var answered = new Step(Optional.of(second), clock.instant(), "");
            table.insertAnswer(recovery, Answer.CONFIRMED, answered, Optional.of(link.id()));
            return noted(new Staff.Enrolled(of, link.secret()), of);
        });
    }

    /** Says no to what another administrator asked; who asked takes it back. */
    public Recovery decline(UUID recovery, String reason) {
        return acts.perform(DECLINE, Scope.organisation(), () -> {
            MemberId second = turn.take(Role.ADMINISTRATOR);
            Recovery asked = open(recovery);
            notOwn(second, asked.member());
            String why = Reason.said(reason);
            Answer answer = asked.isAskedBy(second) ? Answer.WITHDRAWN : Answer.DECLINED;
            table.insertAnswer(recovery, answer, new Step(Optional.of(second), clock.instant(), why), Optional.empty());
            Member of = turn.colleague(asked.member());
            return noted(asked, of).with("answer", answer.code()).with("reason", why);
        });
    }

    /** What waits for a second administrator, oldest first. */
    public List<Recovery> waiting() {
        return acts.consult(WAITING, Scope.organisation(), () -> {
            List<Recovery> waiting = table.unanswered(Acting.require().organisation()).stream()
                    .filter(Recovery::waits)
                    .toList();
            return Noted.of(waiting, waiting.stream().map(Recoveries::ref).toList());
        });
    }

    /** How the acting person's sign-in was recovered, latest first: so that a stranger who did it is noticed. */
    public List<Recovery> own() {
        return acts.consult(OWN, Scope.own(), () -> {
            Acting acting = Acting.require();
            List<Recovery> used = table.of(acting.organisation(), acting.member()).stream()
                    .filter(r -> r.used().isPresent())
                    .toList();
            return Noted.of(used, used.stream().map(Recoveries::ref).toList());
        });
    }

    private Recovery open(UUID id) {
        Recovery recovery = table.find(Acting.require().organisation(), id).orElseThrow(Refusal.absent()::asException);
        if (recovery.answer().isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "request-answered", Map.of())
                    .asException();
        }
        if (recovery.lapsed()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "request-lapsed", Map.of()).asException();
        }
        return recovery;
    }

    private static void notOwn(MemberId by, MemberId member) {
        if (by.equals(member)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "own-recovery", Map.of()).asException();
        }
    }

    private static <T> Noted<T> noted(T value, Member of) {
        return Noted.of(value, Staff.ref(of)).with("name", of.name());
    }

    private static Ref ref(Recovery recovery) {
        return new Ref("recovery", recovery.id(), Acting.require().organisation());
    }
}
