package org.plumbline.audit.log;

import java.time.Instant;
import java.util.Optional;

/** How far an entry of the trail is sealed. */
public sealed interface Seal {
    /** On the record; its place in the log follows within seconds. */
    record Recorded() implements Seal {}

    /**
     * In the log.
     *
     * @param checkpoint size of the first signed tree that holds it
     * @param at when that was signed
     * @param witnessed who else has signed it
     * @param stamped the first timestamp over it, of an outside authority where there is one
     */
    record Sealed(long checkpoint, Instant at, Witnessed witnessed, Optional<Stamped> stamped) implements Seal {
        /** Whether somebody outside has seen it: a witness, or an authority whose certificate does not sign itself. */
        public boolean isSeenOutside() {
            return witnessed.seen() > 0
                    || stamped.map(stamp -> !stamp.selfAsserted()).orElse(false);
        }
    }

    /**
     * Who outside has seen an entry.
     *
     * @param seen how many witnesses have
     * @param of how many are configured
     * @param checkpoint size of the first tree over it that one of them has signed; 0 while none has
     */
    record Witnessed(int seen, int of, long checkpoint) {}

    /**
     * Records and log disagree, so nothing is sealed any more.
     *
     * @param code what does not hold, such as {@code log-shrank}
     */
    record Disputed(String code) implements Seal {}
}
