package org.plumbline.access;

import java.util.Map;
import org.plumbline.identity.Handover;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** Standings of a member who leaves end; nobody inherits them, since an administrator gives no access to a case. */
@Component
class EndedStandings implements Handover {
    private final Access access;

    EndedStandings(Access access) {
        this.access = access;
    }

    @Override
    public int waiting(MemberId member) {
        return 0;
    }

    @Override
    public Map<String, Integer> depart(Departure departure) {
        int ended = access.endAllOf(departure.member(), departure.reason());
        return Map.of("standings", ended, "undecided", access.undecided(departure.member()));
    }
}
