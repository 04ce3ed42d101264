package org.plumbline.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** How an administrator signs a member out: sessions and tokens, which are never shown or made here. */
@Service
@Application
public class MemberSessions {
    private static final Action END_ALL = new Action("identity.end-member-sessions", Right.ADMINISTER);
    private static final Action END_TOKEN = new Action("identity.end-member-token", Right.ADMINISTER);

    private final Acts acts;
    private final Turn turn;
    private final SessionsOf sessions;
    private final CredentialTable tokens;
    private final Clock clock;

    MemberSessions(Acts acts, Turn turn, SessionsOf sessions, CredentialTable tokens, Clock clock) {
        this.acts = acts;
        this.turn = turn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Ends all browser sessions of a member; returns how many there were. */
    public int endAll(MemberId member, String reason) {
        return acts.perform(END_ALL, Scope.organisation(), () -> {
            turn.take(Role.ADMINISTRATOR);
            Member of = turn.colleague(member);
            String why = Reason.said(reason);
            int ended = sessions.end(member);
            return Noted.of(ended, Staff.ref(of))
                    .with("sessions", ended)
                    .with("name", of.name())
                    .with("reason", why);
        });
    }

    /** Ends a token of a member at once. */
    public Token endToken(MemberId member, UUID token, String reason) {
        return acts.perform(END_TOKEN, Scope.organisation(), () -> {
            MemberId by = turn.take(Role.ADMINISTRATOR);
            Member of = turn.colleague(member);
            Token found = tokens.tokens(member, clock.instant()).stream()
                    .filter(t -> t.id().equals(token))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            String why = Reason.said(reason);
            tokens.endToken(token, new Step(Optional.of(by), clock.instant(), why));
            return Noted.of(found, Staff.ref(of), new Ref("token", token, of.organisation()))
                    .with("name", of.name())
                    .with("token", found.name())
                    .with("reason", why);
        });
    }
}
