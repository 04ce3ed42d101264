package org.plumbline.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * A job without what it is about, for whoever runs the installation.
 *
 * @param done items finished, out of {@code total}; both zero until counted
 * @param startedAt when it began first
 * @param failures how often in a row the scheduler had to begin it again
 * @param server which server works on it; empty while none does
 */
public record JobSeen(
        JobId id,
        String kind,
        JobState state,
        long done,
        long total,
        Instant recordedAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        int failures,
        String server) {
    /** Since when it is in its state, as far as that was written down. */
    public Instant since() {
        return finishedAt.or(() -> startedAt).orElse(recordedAt);
    }
}
