package org.plumbline.audit.log;

import java.time.Instant;
import org.plumbline.engine.log.note.VerifierKey;

/**
 * A stretch of the log that one key signs: from its first entry to the first of the next epoch.
 *
 * @param number from 1
 * @param first the place of its first entry
 * @param key what its checkpoints are verified with; its name is their origin
 * @param facts why it began, and what was known of the log then
 */
record Epoch(int number, long first, VerifierKey key, EpochFacts facts, Instant began) {
    String origin() {
        return key.name();
    }
}
