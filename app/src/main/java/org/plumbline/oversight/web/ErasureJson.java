package org.plumbline.oversight.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.Erasure;

/**
 * An erasure of a body in the API.
 *
 * @param state waiting, confirmed or declined
 */
record ErasureJson(
        UUID id,
        UUID entry,
        String ground,
        String reason,
        UUID askedBy,
        Instant askedAt,
        String state,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {
    static ErasureJson of(Erasure erasure) {
        return new ErasureJson(
                erasure.id(),
                erasure.entry(),
                erasure.ground(),
                erasure.reason(),
                erasure.by().value(),
                erasure.at(),
                erasure.decision()
                        .map(d -> d.confirmed() ? "confirmed" : "declined")
                        .orElse("waiting"),
                erasure.decision().map(d -> d.by().value()).orElse(null),
                erasure.decision().map(Erasure.Decision::at).orElse(null));
    }

    /** What is sent to ask for one. */
    record Asked(@Nullable String ground, @Nullable String reason) {}
}
