package org.plumbline.oversight.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.log.Stamped;
import org.plumbline.audit.log.Standing;

/**
 * Up to where the trail is signed, in the API; each number counts entries from the first on, 0 for none.
 *
 * @param seenOutside by a witness or by an authority for timestamps that is not self-asserted
 */
record StandingJson(
        long signed,
        long witnessed,
        long seenOutside,
        @Nullable Long timestamped,
        @Nullable Instant timestampedAt,
        @Nullable String timestampedBy,
        @Nullable Boolean timestampSelfAsserted) {
    static StandingJson of(Standing standing) {
        Optional<Stamped> last = standing.last();
        return new StandingJson(
                standing.signed(),
                standing.witnessed(),
                standing.seenOutside(),
                last.map(Stamped::checkpoint).orElse(null),
                last.map(Stamped::at).orElse(null),
                last.map(Stamped::authority).orElse(null),
                last.map(Stamped::selfAsserted).orElse(null));
    }
}
