package org.plumbline.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * A case opened by break-glass.
 *
 * @param caseNumber number of the case
 * @param told who was told of it
 * @param seenBy those of them who have looked at the notice
 * @param endedAt when the person closed it before it expired
 * @param review what somebody else found afterwards
 */
public record Opening(
        UUID id,
        CaseId caseId,
        String caseNumber,
        MemberId member,
        String reason,
        Instant openedAt,
        Instant expiresAt,
        Set<MemberId> told,
        Set<MemberId> seenBy,
        Optional<Instant> endedAt,
        Optional<Review> review) {

    public Opening {
        told = Set.copyOf(told);
        seenBy = Set.copyOf(seenBy);
    }

    /** What the review after an opening found. */
    public record Review(boolean justified, String finding, Instant at, MemberId by) {}

    /** Whether it still opens the case. */
    public boolean isOpen(Instant now) {
        return endedAt.isEmpty() && expiresAt.isAfter(now);
    }
}
