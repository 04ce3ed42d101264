package org.plumbline.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * The body of an entry that somebody asked to erase.
 *
 * @param entry whose body
 * @param commitment of that entry, 64 hexadecimal digits
 * @param ground the law that asks for it
 * @param decision absent while nobody has decided
 */
public record Erasure(
        UUID id,
        UUID entry,
        String commitment,
        String ground,
        String reason,
        MemberId by,
        Instant at,
        Optional<Decision> decision) {
    /**
     * What a second person decided.
     *
     * @param confirmed false when it was declined
     */
    public record Decision(boolean confirmed, MemberId by, Instant at) {}
}
