package org.plumbline.audit.log;

import java.util.Optional;

/**
 * Up to where the trail is signed and who outside has seen it.
 *
 * @param signed size of the newest checkpoint, 0 before the first
 * @param witnessed size of the newest checkpoint that a witness has signed, 0 while none has
 * @param stamped the newest timestamp of an outside authority
 * @param selfStamped the newest self-asserted timestamp
 */
public record Standing(long signed, long witnessed, Optional<Stamped> stamped, Optional<Stamped> selfStamped) {
    /** How many entries, from the first on, somebody outside has seen; 0 while nobody has. */
    public long seenOutside() {
        return Math.max(witnessed, stamped.map(Stamped::checkpoint).orElse(0L));
    }

    /** The newest timestamp of either kind. */
    public Optional<Stamped> last() {
        return stamped.filter(own ->
                        own.checkpoint() >= selfStamped.map(Stamped::checkpoint).orElse(0L))
                .or(() -> selfStamped);
    }
}
