package org.plumbline.identity;

import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.MemberId;

/**
 * Port: a later stage says what becomes of what a member holds there when they leave, such as tasks, standings or
 * exhibits. Called inside the act, as an administrator who has no content: only numbers come back.
 */
public interface Handover {
    /**
     * Who leaves.
     *
     * @param successor who takes over what needs somebody; present whenever {@link #waiting} is more than none
     * @param reason as the administrator gave it
     */
    record Departure(MemberId member, Optional<MemberId> successor, String reason) {}

    /** How many things of the member need somebody to take them over. */
    int waiting(MemberId member);

    /**
     * Hands over, or ends, what the member holds; numbers by the last word of the message key {@code handover.<word>}.
     */
    Map<String, Integer> depart(Departure departure);
}
