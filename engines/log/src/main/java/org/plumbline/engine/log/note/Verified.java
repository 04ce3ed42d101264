package org.plumbline.engine.log.note;

/**
 * A signature that was verified.
 *
 * @param time when a witness cosigned, in seconds since 1970; 0 where the signature states none
 */
public record Verified(VerifierKey key, long time) {}
