package org.plumbline.jobs;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.kernel.Stamp;

/**
 * A job as people see it.
 *
 * @param title what it works on, in the starter's words
 * @param done items finished, out of {@code total}; both zero until counted
 * @param note why it failed; empty otherwise
 */
public record JobRecord(
        JobId id,
        Stamp stamp,
        String kind,
        String title,
        String data,
        String purpose,
        JobState state,
        long done,
        long total,
        String note,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {}
