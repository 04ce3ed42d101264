package org.plumbline.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Where the acting person is signed in. A session that was ended is gone at its next request. */
@Service
@Application
public class OwnSessions {
    private static final Action LIST = new Action("identity.list-sessions", Right.SELF);
    private static final Action END = new Action("identity.end-session", Right.SELF);
    private static final Action END_OTHERS = new Action("identity.end-other-sessions", Right.SELF);
    private static final String SESSION = "session:";

    private final Acts acts;
    private final SessionTable table;
    private final Clock clock;

    OwnSessions(Acts acts, SessionTable table, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.clock = clock;
    }

    /** Live sessions, latest used first. */
    public List<LiveSession> list() {
        return acts.consult(LIST, Scope.own(), () -> {
            List<LiveSession> live = table.live(Acting.require().member(), clock.instant(), current());
            return Noted.of(live, live.stream().map(s -> ref(s.id())).toList());
        });
    }

    /** Ends one of them, also the one through which the person acts. */
    public void end(UUID session) {
        acts.perform(END, Scope.own(), () -> {
            if (!table.end(Acting.require().member(), session)) {
                throw Refusal.absent().asException();
            }
            return Noted.of(session, ref(session));
        });
    }

    /** Ends all but the one through which the person acts; over the API, all. */
    public int endOthers() {
        return acts.perform(END_OTHERS, Scope.own(), () -> {
            int ended = table.endAllBut(Acting.require().member(), current());
            return Noted.of(ended).with("sessions", ended);
        });
    }

    private static String current() {
        String session = Acting.require().session();
        return session.startsWith(SESSION) ? session.substring(SESSION.length()) : "";
    }

    private static Ref ref(UUID session) {
        return new Ref("session", session, Acting.require().organisation());
    }
}
