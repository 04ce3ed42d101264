package org.plumbline.audit.log;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the trail outside this installation, and what it knows of others'.
 *
 * @param size of the newest checkpoint, 0 before the first
 * @param signedAt when that was signed
 * @param trouble why none is signed any more; empty while all is well
 * @param witnesses that are asked here
 * @param file the newest checkpoint kept outside the data folder; absent where none is to be
 * @param ownKey with which others' checkpoints are countersigned; absent where none are
 * @param logs of others that are witnessed here
 */
public record TrailOutside(
        long size,
        Optional<Instant> signedAt,
        String trouble,
        List<WitnessSeen> witnesses,
        Optional<Outside> file,
        Stamping stamping,
        Optional<String> ownKey,
        List<WitnessedLog> logs) {
    public TrailOutside {
        witnesses = List.copyOf(witnesses);
        logs = List.copyOf(logs);
    }

    /**
     * A witness that is asked for cosignatures.
     *
     * @param key as it is written
     * @param size of the newest checkpoint that it has signed in this epoch, 0 for none
     * @param at when it did
     * @param late whether it has not signed for longer than it is given
     * @param failure of the last try, where that failed
     */
    public record WitnessSeen(
            String name,
            String key,
            String url,
            long size,
            Optional<Instant> at,
            boolean late,
            Optional<AskFailure> failure) {}

    /** The file outside the data folder; not written yet, or it can't be read, where there is no time. */
    public record Outside(Path file, Optional<Instant> written) {}

    /**
     * Timestamps.
     *
     * @param asked {@code off}, {@code embedded} or an address
     * @param awaiting checkpoints that no timestamp covers
     * @param failure of the last try, where that failed
     */
    public record Stamping(
            String asked, Duration every, Optional<Stamped> last, long awaiting, Optional<AskFailure> failure) {
        /** Whether nobody is asked for any. */
        public boolean isOff() {
            return asked.equals("off");
        }
    }

    /** A log that is witnessed here; size 0 where nothing was seen of it yet. */
    public record WitnessedLog(String origin, String key, long size) {}

    /** How many entries this witness has not signed yet. */
    public long behind(WitnessSeen witness) {
        return Math.max(0, size - witness.size());
    }
}
