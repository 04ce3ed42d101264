package org.plumbline.jobs;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.plumbline.access.Access;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/** Starts and shows background work. */
@Service
@Application
public class Jobs {
    private static final Action START = new Action("jobs.start", Right.WRITE);
    private static final Action READ = new Action("jobs.read", Right.READ);
    private static final Action RESUME = new Action("jobs.resume", Right.WRITE);
    private static final Action RETRY = new Action("jobs.retry", Right.WRITE);

    private final Acts acts;
    private final Access access;
    private final JobTable table;
    private final JobRunner runner;
    private final Ids ids;
    private final Clock clock;

    Jobs(Acts acts, Access access, JobTable table, JobRunner runner, Ids ids, Clock clock) {
        this.acts = acts;
        this.access = access;
        this.table = table;
        this.runner = runner;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a job in a case as the acting person; it begins after the surrounding transaction has committed.
     *
     * @param kind the job's kind
     * @param title what it works on, shown to people
     * @param data what it is asked, in the job's own form
     */
    public JobId start(String kind, CaseId caseId, String title, String data) {
        return acts.perform(START, Scope.of(caseId), () -> {
            JobRecord job = waiting(kind, caseId, title, data);
            table.insert(job);
            runner.schedule(job.id(), Acting.require());
            return Noted.of(job.id(), ref(job)).with("kind", kind);
        });
    }

    /** A job of a case the acting person may see. */
    public JobRecord read(CaseId caseId, JobId id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            JobRecord job = inCase(caseId, id);
            return Noted.of(job, ref(job));
        });
    }

    /** Jobs of a case, newest first. */
    public List<JobRecord> ofCase(CaseId caseId, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<JobRecord> jobs = table.ofCase(caseId, limit);
            return Noted.of(jobs, jobs.stream().map(Jobs::ref).toList());
        });
    }

    /** Runs a failed job again; its finished items stay finished. */
    public JobId retry(CaseId caseId, JobId id) {
        return acts.perform(RETRY, Scope.of(caseId), () -> {
            JobRecord job = inCase(caseId, id);
            if (job.state() != JobState.FAILED) {
                throw Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "job-not-failed",
                                java.util.Map.of("state", job.state().code()))
                        .asException();
            }
            table.state(id, JobState.WAITING, "", clock.instant());
            runner.schedule(id, Acting.require());
            return Noted.of(id, ref(job));
        });
    }

    /** Goes on with a job that ended paused, as the acting person; absent where there is none. */
    public Optional<JobId> resume(String kind, CaseId caseId, String data) {
        return acts.perform(RESUME, Scope.of(caseId), () -> {
            Optional<JobRecord> paused = table.paused(kind, caseId, data);
            paused.ifPresent(job -> {
                table.state(job.id(), JobState.WAITING, "", clock.instant());
                runner.schedule(job.id(), Acting.require());
            });
            return Noted.of(
                    paused.map(JobRecord::id), paused.map(Jobs::ref).stream().toList());
        });
    }

    private JobRecord inCase(CaseId caseId, JobId id) {
        return table.find(id)
                .filter(j -> j.stamp().caseId().equals(Optional.of(caseId)))
                .orElseThrow(Refusal.absent()::asException);
    }

    private JobRecord waiting(String kind, CaseId caseId, String title, String data) {
        Acting acting = Acting.require();
        var stamp = new Stamp(
                acting.organisation(),
                access.labelOf(caseId),
                Optional.of(caseId),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                acting.member(),
                1);
        String purpose = access.purpose(caseId).orElse("");
        return new JobRecord(
                new JobId(ids.next()),
                stamp,
                kind,
                title,
                data,
                purpose,
                JobState.WAITING,
                0,
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static Ref ref(JobRecord job) {
        return new Ref("job", job.id().value(), job.stamp().owner());
    }
}
