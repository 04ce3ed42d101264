package org.plumbline.identity;

import java.time.Clock;
import java.time.Instant;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** The browser sessions of a member, inside the acts that begin and end them. */
@Component
public class SessionsOf {
    private final SessionTable table;
    private final Ids ids;
    private final Clock clock;

    SessionsOf(SessionTable table, Ids ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps in which browser a session began, for its member to recognise.
     *
     * @param fingerprint the name of the session on the trail
     * @param userAgent what the browser says of itself; only its family is kept
     */
    public void begun(MemberId member, String fingerprint, String userAgent) {
        table.insertBegun(ids.next(), fingerprint, member, Device.of(userAgent), clock.instant());
    }

    /** Ends all of them: whoever has one is signed out at the next request. */
    public int end(MemberId member) {
        return table.endAllBut(member, "");
    }

    /** How many are live. */
    int count(MemberId member) {
        Instant now = clock.instant();
        return table.count(member, now);
    }
}
