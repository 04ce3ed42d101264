package org.plumbline.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The background work of an organisation for its administrators, who learn nothing of a case by it. */
@Service
@Application
public class AllJobs {
    private static final Action LIST = new Action("jobs.list-all", Right.ADMINISTER);
    private static final Action AGAIN = new Action("jobs.begin-again", Right.ADMINISTER);

    private final Acts acts;
    private final OverviewTable table;
    private final JobRunner runner;
    private final SignIn signIn;

    AllJobs(Acts acts, OverviewTable table, JobRunner runner, SignIn signIn) {
        this.acts = acts;
        this.table = table;
        this.runner = runner;
        this.signIn = signIn;
    }

    /**
     * Jobs, newest first.
     *
     * @param state only those in this state; all where absent
     * @param before only those older than this one
     */
    public List<JobSeen> list(Optional<JobState> state, Optional<UUID> before, int most) {
        return acts.consult(
                LIST,
                Scope.organisation(),
                () -> Noted.of(table.list(state.map(JobState::code).orElse(""), before, most)));
    }

    /** Upkeep of the installation that comes round by itself, by name. */
    public List<RecurringTask> recurring() {
        return acts.consult(LIST, Scope.organisation(), () -> Noted.of(table.recurring()));
    }

    /** Begins a failed job again, as the person who started it; its finished items stay finished. */
    public JobId beginAgain(JobId id) {
        return acts.perform(AGAIN, Scope.organisation(), () -> {
            Assignment assignment = table.beginAgain(id).orElseThrow(() -> whyNot(id));
            if (signIn.acting(assignment.member(), "job:" + id, Acting.Channel.JOB)
                    .isEmpty()) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "job-starter-left", Map.of())
                        .asException();
            }
            runner.schedule(assignment);
            return Noted.of(id).with("job", id);
        });
    }

    private Refused whyNot(JobId id) {
        return table.find(id)
                .map(job -> Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "job-not-failed",
                        Map.of("state", job.state().code())))
                .orElseGet(Refusal::absent)
                .asException();
    }
}
