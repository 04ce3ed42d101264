package org.plumbline.reports.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plumbline.jobs.JobRecord;
import org.plumbline.reports.IssuedFile;

/** An issued file as the API says it. */
record IssuedJson(
        UUID id,
        String format,
        String name,
        String sha256,
        long bytes,
        int reportVersion,
        UUID job,
        List<String> warnings,
        Instant recordedAt,
        UUID recordedBy) {

    /** A run that makes files, and how far it is. */
    record Run(UUID id, String state, long done, long total, String note) {
        static Run of(JobRecord job) {
            return new Run(job.id().value(), job.state().code(), job.done(), job.total(), job.note());
        }
    }

    static IssuedJson of(IssuedFile file) {
        return new IssuedJson(
                file.id(),
                file.format().code(),
                file.name(),
                file.digest().hex(),
                file.bytes(),
                file.reportVersion(),
                file.job(),
                file.warnings(),
                file.stamp().recordedAt(),
                file.stamp().recordedBy().value());
    }
}
