package org.plumbline.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.watching.Obstacles;
import org.plumbline.watching.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs jobs on db-scheduler: picked up again on another start when the process died. */
@Component
class JobRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final TaskDescriptor<String> JOB = TaskDescriptor.of("job", String.class);

    /** A job that the records were out of reach for so often in a row, with a minute in between, has failed. */
    private static final int MOST_TRIES = 60;

    private static final long LONGEST_PAUSE_SECONDS = 60;
    private static final long LOOK_SECONDS = 10;

    private final JobTable table;
    private final SignIn signIn;
    private final ObjectProvider<Job> kinds;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DataSource dataSource;

    /**
     * Jobs that run here now. On a machine that is too busy to say so in time the scheduler takes a run for dead and
     * starts it again: were the second let through it would find nothing to do, and end the job under the first.
     */
    private final Set<JobId> atWork = ConcurrentHashMap.newKeySet();

    private final Obstacles obstacles;

    private volatile Scheduler scheduler;
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;

    JobRunner(
            JobTable table,
            SignIn signIn,
            ObjectProvider<Job> kinds,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Obstacles obstacles,
            Clock clock) {
        this.table = table;
        this.signIn = signIn;
        this.kinds = kinds;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.dataSource = dataSource;
        this.obstacles = obstacles;
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        OneTimeTask<String> task = Tasks.oneTime(JOB)
                // A job that was cut off by a stop goes on soon after the next start; one whose records are out of
                // reach is tried less and less often.
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, clock.instant().plusSeconds(pause(failed.getExecution().consecutiveFailures))))
                .execute(this::execute);
        SchedulerBuilder builder = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName("jobs.scheduled_tasks")
                .clock(clock::instant)
                .threads(4)
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .enableImmediateExecution()
                .executorService(Executors.newVirtualThreadPerTaskExecutor());
        return builder.build();
    }

    /** Joins the surrounding transaction: no job without its act, no act without its job. */
    void schedule(JobId id, Acting as) {
        schedule(new Assignment(id, as));
    }

    /** The same, where it is known already as whom the job works. */
    void schedule(Assignment given) {
        scheduler.schedule(JOB.instance(given.job() + "-" + clock.millis())
                .data(given.text())
                .scheduledTo(clock.instant()));
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        scheduler.triggerCheckForDueExecutions();
                    }
                });
    }

    private static long pause(int failures) {
        return Math.min(1L << Math.min(failures, 10), LONGEST_PAUSE_SECONDS);
    }

    private void execute(TaskInstance<String> instance, ExecutionContext context) {
        Assignment given = Assignment.parse(instance.getData());
        JobId id = given.job();
        if (!atWork.add(id)) {
            throw new IllegalStateException("Job " + id + " runs already; it is looked at again once that has ended");
        }
        MDC.put(Traces.JOB, id.toString());
        try {
            execute(given, id, context);
        } finally {
            MDC.remove(Traces.JOB);
            atWork.remove(id);
        }
    }

    private void execute(Assignment given, JobId id, ExecutionContext context) {
        signIn.acting(given.member(), "job:" + id, Acting.Channel.JOB)
                .map(given::where)
                .ifPresentOrElse(
                        a -> runAs(a, id, context), () -> LOG.warn("Job {} was started by a member who has left", id));
    }

    private void runAs(Acting acting, JobId id, ExecutionContext context) {
        Optional<JobRecord> found = Acting.as(acting, () -> transaction.execute(s -> table.find(id)));
        found.ifPresentOrElse(
                job -> Acting.as(withPurpose(acting, job), () -> {
                    run(job, context);
                    return true;
                }),
                () -> LOG.warn("Job {} is not visible to its starter any more", id));
    }

    private static Acting withPurpose(Acting acting, JobRecord job) {
        Optional<UUID> compartment = acting.purpose().flatMap(Acting.Purpose::compartment);
        return acting.withPurpose(job.stamp().caseId().map(c -> new Acting.Purpose(c, job.purpose(), compartment)));
    }

    private void run(JobRecord job, ExecutionContext context) {
        requireWritable(job);
        Optional<Job> found =
                kinds.stream().filter(k -> k.kind().equals(job.kind())).findFirst();
        if (found.isPresent() && !found.get().ready()) {
            throw new IllegalStateException("Job " + job.id() + " waits until it can be done here");
        }
        state(job, JobState.RUNNING, "");
        var work = new Running(job, context);
        try {
            Job kind = found.orElseThrow(() -> new IllegalStateException("No job of kind " + job.kind()));
            kind.run(work);
        } catch (RuntimeException e) {
            if (isOutOfReach(e) && context.getExecution().consecutiveFailures < MOST_TRIES) {
                // Nothing is wrong with the job: the scheduler starts it again.
                throw e;
            }
            LOG.error("Job {} ({}) failed", job.id(), job.kind(), e);
            state(job, JobState.FAILED, e.getClass().getSimpleName());
            return;
        }
        if (stopping(context)) {
            // Left as running and unfinished on purpose: the scheduler picks it up again on the next start.
            throw new IllegalStateException("Job " + job.id() + " was cut off by a stop and goes on at the next start");
        }
        requireWritable(job);
        state(job, work.paused ? JobState.PAUSED : JobState.DONE, "");
    }

    /** A job that stopped, or doesn't begin, because nothing can be written is not done: the scheduler looks again. */
    private void requireWritable(JobRecord job) {
        if (obstacles.toWriting().isPresent()) {
            throw new IllegalStateException("Job " + job.id() + " waits until something can be written");
        }
    }

    /** Whether the database is away, starts again, or has no connection to give. */
    private static boolean isOutOfReach(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof TransactionException
                    || each instanceof TransientDataAccessException
                    || each instanceof RecoverableDataAccessException
                    || each instanceof NonTransientDataAccessResourceException) {
                return true;
            }
        }
        return false;
    }

    private void state(JobRecord job, JobState state, String note) {
        inTransaction(t -> t.state(job.id(), state, note, clock.instant()));
    }

    private void inTransaction(Consumer<JobTable> work) {
        transaction.executeWithoutResult(s -> work.accept(table));
    }

    private boolean stopping(ExecutionContext context) {
        return !running || context.getSchedulerState().isShuttingDown();
    }

    private void bringForwardUntil(CountDownLatch end) {
        try {
            while (!end.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                bringForward();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A clock that was set back would leave what is tried again waiting until it has caught up. */
    private void bringForward() {
        Duration longest = Duration.ofSeconds(LONGEST_PAUSE_SECONDS);
        try {
            int moved = table.bringForward(clock.instant(), longest);
            if (moved > 0) {
                LOG.warn("The clock was set back: {} jobs that were to wait for it are looked at now", moved);
            }
        } catch (DataAccessException away) {
            LOG.debug("Looked at again in a while", away);
        }
    }

    @Override
    public void start() {
        if (scheduler.getSchedulerState().isShuttingDown()) {
            // Started again after a stop: the threads of a stopped scheduler are gone for good.
            scheduler = scheduler();
        }
        running = true;
        scheduler.start();
        ended = new CountDownLatch(1);
        Thread.ofVirtual().name("jobs-forward").start(() -> bringForwardUntil(ended));
    }

    @Override
    public void stop() {
        running = false;
        ended.countDown();
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Running implements JobRun {
        private final JobRecord job;
        private final ExecutionContext context;
        private volatile boolean paused;

        Running(JobRecord job, ExecutionContext context) {
            this.job = job;
            this.context = context;
        }

        @Override
        public JobId id() {
            return job.id();
        }

        @Override
        public CaseId caseId() {
            return job.stamp()
                    .caseId()
                    .orElseThrow(() -> new IllegalStateException("Job " + job.id() + " has no case"));
        }

        @Override
        public String data() {
            return job.data();
        }

        @Override
        public void progress(long done, long total) {
            inTransaction(t -> t.progress(job.id(), done, total));
        }

        @Override
        public boolean shouldStop() {
            return stopping(context) || obstacles.toWriting().isPresent();
        }

        @Override
        public void paused() {
            paused = true;
        }
    }
}
