package org.plumbline.audit.log;

import java.time.Instant;

/** How far an entry of the trail is sealed. */
public sealed interface Seal {
    /** On the record; its place in the log follows within seconds. */
    record Recorded() implements Seal {}

    /**
     * In the log.
     *
     * @param checkpoint size of the first signed tree that holds it
     * @param at when that was signed
     */
    record Sealed(long checkpoint, Instant at) implements Seal {}

    /**
     * Records and log disagree, so nothing is sealed any more.
     *
     * @param code what does not hold, such as {@code log-shrank}
     */
    record Disputed(String code) implements Seal {}
}
