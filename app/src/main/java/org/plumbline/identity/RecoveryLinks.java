package org.plumbline.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What happens when a link is used that brings a member back, inside the act of signing in. */
@Component
class RecoveryLinks {
    private final RecoveryTable table;
    private final CredentialTable credentials;
    private final SessionsOf sessions;
    private final EndedWays ways;
    private final Clock clock;

    RecoveryLinks(RecoveryTable table, CredentialTable credentials, SessionsOf sessions, EndedWays ways, Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.sessions = sessions;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * Ends the member's sessions, every other open link, and every way to sign in there was: whoever else held one of
     * them is out. Does nothing for a link of another kind.
     *
     * @return whether it was such a link
     */
    boolean redeemed(SignInLink link) {
        if (!table.isRecovery(link.id())) {
            return false;
        }
        sessions.end(link.member());
        credentials.spendLinks(link.member(), clock.instant());
        ways.endAll(link.member(), clock.instant());
        return true;
    }
}
