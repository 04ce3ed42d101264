package org.plumbline.administration.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.jobs.JobSeen;
import org.plumbline.jobs.JobState;
import org.plumbline.jobs.RecurringTask;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Option;

/**
 * The background work of an organisation without what it is about.
 *
 * @param form what is narrowed to, and why beginning a job again was refused
 * @param first address of the newest; empty on that page
 * @param next address of older ones; empty where there are none
 */
public record JobsPage(
        List<JobSeen> jobs, List<RecurringTask> recurring, Form form, String first, String next, Instant now) {
    public JobsPage {
        jobs = List.copyOf(jobs);
        recurring = List.copyOf(recurring);
    }

    /** The states to narrow to. */
    public List<Option> states(Texts texts) {
        return Arrays.stream(JobState.values())
                .map(state -> new Option(state.code(), texts.say("jobs.state." + state.code())))
                .toList();
    }

    /** What kind of work it is, in words where there are some. */
    public String kind(String kind, Texts texts) {
        return texts.has("jobs.kind." + kind) ? texts.say("jobs.kind." + kind) : kind;
    }

    /** The state in icon, word and colour. */
    public Mark mark(JobSeen job, Texts texts) {
        String word = texts.say("jobs.state." + job.state().code());
        return switch (job.state()) {
            case WAITING -> Mark.waiting(word);
            case RUNNING -> Mark.running(word);
            case PAUSED -> new Mark(Mark.Kind.WARN, "player-pause", word);
            case DONE -> Mark.ok(word);
            case FAILED -> Mark.bad(word);
        };
    }

    /** How long it worked or works; empty before it began. */
    public Optional<String> took(JobSeen job, Texts texts) {
        return job.startedAt()
                .map(began -> Duration.between(began, job.finishedAt().orElse(now)))
                .map(time -> texts.say("jobs.minutes", "minutes", Math.max(0, time.toMinutes())));
    }

    /** Whether it may be begun again. */
    public boolean mayBeginAgain(JobSeen job) {
        return job.state() == JobState.FAILED;
    }
}
