package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.Listing;
import org.plumbline.jobs.AllJobs;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.JobSeen;
import org.plumbline.jobs.RecurringTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How background work stands over the API, and beginning again what failed. */
@RestController
@Tag(name = "Installation")
class JobsApi {
    private static final int SIZE = 50;

    private final AllJobs jobs;

    JobsApi(AllJobs jobs) {
        this.jobs = jobs;
    }

    /** A job without what it is about; {@code server} is empty while none works on it. */
    record JobSeenJson(
            UUID id,
            String kind,
            String state,
            long done,
            long total,
            Instant recordedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            int failures,
            String server) {
        static JobSeenJson of(JobSeen job) {
            return new JobSeenJson(
                    job.id().value(),
                    job.kind(),
                    job.state().code(),
                    job.done(),
                    job.total(),
                    job.recordedAt(),
                    job.startedAt().orElse(null),
                    job.finishedAt().orElse(null),
                    job.failures(),
                    job.server());
        }
    }

    /** Upkeep that comes round by itself. */
    record RecurringJson(
            String name,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable Instant next,
            int failures,
            String server) {
        static RecurringJson of(RecurringTask task) {
            return new RecurringJson(
                    task.name(),
                    task.lastSuccess().orElse(null),
                    task.lastFailure().orElse(null),
                    task.next().orElse(null),
                    task.failures(),
                    task.server());
        }
    }

    /** A job that was begun again. */
    record BegunJson(UUID id) {}

    @GetMapping("/api/v1/admin/jobs")
    @Operation(summary = "The organisation's background work, newest first, without what it is about")
    Listing<JobSeenJson> list(@RequestParam(defaultValue = "") String state, @RequestParam Optional<UUID> before) {
        return Listing.of(
                jobs.list(JobsController.state(state), before, SIZE + 1),
                SIZE,
                job -> job.id().value(),
                JobSeenJson::of);
    }

    @GetMapping("/api/v1/admin/recurring-tasks")
    @Operation(summary = "Upkeep of the installation that comes round by itself")
    Listing<RecurringJson> recurring() {
        return Listing.whole(jobs.recurring(), RecurringJson::of);
    }

    @PostMapping("/api/v1/admin/jobs/{jobId}/again")
    @Operation(summary = "Begin a failed job again, as the person who started it")
    BegunJson again(@PathVariable UUID jobId) {
        return new BegunJson(jobs.beginAgain(new JobId(jobId)).value());
    }
}
