package org.plumbline.audit.log;

import java.time.Instant;

/**
 * A checkpoint that an authority has stamped with a time (RFC 3161).
 *
 * @param checkpoint its size
 * @param at the time the authority states
 * @param authority as its certificate names it
 * @param selfAsserted whether that certificate signs itself, as that of the embedded authority does: nobody outside has
 *     seen the checkpoint then
 * @param recordedAt when we kept it
 */
public record Stamped(long checkpoint, Instant at, String authority, boolean selfAsserted, Instant recordedAt) {}
