package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.jobs.JobRecord;
import org.plumbline.jobs.JobState;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Progress;

/** A job of a case. */
public record JobPage(CaseHeader header, JobRecord job) {
    public Progress progress(Texts texts) {
        return new Progress(job.title(), state(texts), job.done(), job.total(), List.of(), List.of());
    }

    public boolean mayRetry() {
        return header.mayWrite() && job.state() == JobState.FAILED;
    }

    private Mark state(Texts texts) {
        String word = texts.say("jobs.state." + job.state().code());
        return switch (job.state()) {
            case WAITING -> Mark.waiting(word);
            case RUNNING -> Mark.running(word);
            case PAUSED -> new Mark(Mark.Kind.WARN, "player-pause", word);
            case DONE -> Mark.ok(word);
            case FAILED -> Mark.bad(word);
        };
    }
}
