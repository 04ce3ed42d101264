package org.plumbline.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.jobs.JobId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A batch of files handed in together.
 *
 * @param expected how many the sender said there would be
 * @param completedAt when the sender said that all had been sent; absent while files may come
 * @param job the newest job that reads them
 */
public record Ingestion(
        UUID id,
        Stamp stamp,
        String title,
        Optional<Integer> expected,
        Optional<Instant> completedAt,
        Optional<JobId> job) {

    public Ref ref() {
        return new Ref("ingestion", id, stamp.owner());
    }
}
