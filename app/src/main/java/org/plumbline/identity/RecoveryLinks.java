package org.plumbline.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What happens when a link is used that brings a member back, inside the act of signing in. */
@Component
class RecoveryLinks {
    private final RecoveryTable table;
    private final CredentialTable credentials;
    private final SessionsOf sessions;
    private final Clock clock;

    RecoveryLinks(RecoveryTable table, CredentialTable credentials, SessionsOf sessions, Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Ends the member's sessions and every other open link: whoever else held one of them is out. Does nothing for a
     * link of another kind.
     *
     * @return whether it was such a link
     */
    boolean redeemed(SignInLink link) {
        if (!table.isRecovery(link.id())) {
            return false;
        }
        sessions.end(link.member());
        credentials.spendLinks(link.member(), clock.instant());
        return true;
    }
}
