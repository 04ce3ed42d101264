package org.plumbline.cases.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * The erasure of a case, asked for and perhaps done. Of the case it keeps the number.
 *
 * @param ground the law or the schedule that asks for it
 * @param decision absent while nobody has decided
 * @param cleared the places that were cleared so far
 */
public record CaseErasure(
        UUID id,
        CaseId caseId,
        String number,
        String ground,
        String reason,
        MemberId by,
        Instant at,
        Optional<Decision> decision,
        List<Cleared> cleared) {
    public CaseErasure {
        cleared = List.copyOf(cleared);
    }

    /**
     * What another decider of the case said.
     *
     * @param confirmed false when it was declined
     * @param reason why it was declined
     */
    public record Decision(boolean confirmed, String reason, MemberId by, Instant at) {}

    /**
     * A place that was cleared.
     *
     * @param items how much of the case there was, where that is counted
     */
    public record Cleared(String place, Optional<Long> items, Left left, Instant at) {}

    CaseErasure with(List<Cleared> places) {
        return new CaseErasure(id, caseId, number, ground, reason, by, at, decision, places);
    }

    /** Whether a second person is still to decide. */
    public boolean isOpen() {
        return decision.isEmpty();
    }
}
