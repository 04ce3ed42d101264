package org.plumbline.documents;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.jobs.Job;
import org.plumbline.jobs.JobRun;
import org.plumbline.kernel.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the items of an ingestion, a few at a time, until none waits. A run that was cut off begins by giving back what
 * it had taken.
 */
@Component
class IngestJob implements Job {
    static final String KIND = "ingest";

    private static final Logger LOG = LoggerFactory.getLogger(IngestJob.class);

    /** Taken so often without coming to an end, an item is read alone. */
    private static final int ALONE_FROM = 3;

    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Counting a long ledger takes its time: at most a twentieth goes into it. */
    private static final int PROGRESS_SHARE = 20;

    private final IngestQueue queue;
    private final ItemReader reader;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    IngestJob(IngestQueue queue, ItemReader reader) {
        this.queue = queue;
        this.reader = reader;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean ready() {
        return reader.ready();
    }

    @Override
    public void run(JobRun run) {
        UUID ingestion = UUID.fromString(run.data());
        // Another job may be at this ingestion; it looks once more after it has let go, so nothing stays waiting.
        while (running.add(ingestion)) {
            try {
                queue.release(ingestion);
                new Round(run, ingestion).go();
            } finally {
                running.remove(ingestion);
            }
            if (run.shouldStop() || !queue.anyToRead(ingestion)) {
                break;
            }
        }
        progress(run, ingestion);
        if (queue.paused(ingestion)) {
            run.paused();
        }
    }

    private void progress(JobRun run, UUID ingestion) {
        Counts counts = queue.counts(ingestion);
        run.progress(counts.done(), counts.total());
    }

    /** One pass over what waits, with what it adds itself. */
    private final class Round {
        private final JobRun run;
        private final UUID ingestion;
        private final Acting acting = Acting.require();
        private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
        private final ExecutorCompletionService<Boolean> reading = new ExecutorCompletionService<>(lanes);
        private int taken;
        private Optional<ItemTable.Taken> aside = Optional.empty();
        private long tellAt;

        Round(JobRun run, UUID ingestion) {
            this.run = run;
            this.ingestion = ingestion;
            this.tellAt = System.nanoTime();
        }

        void go() {
            try {
                take();
                while (taken > 0 && !run.shouldStop()) {
                    await();
                    take();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                // Reads under way are not waited for: their items are given back.
                lanes.shutdownNow();
                giveBack();
            }
        }

        private void giveBack() {
            try {
                queue.giveBack(ingestion);
            } catch (DataAccessException | TransactionException away) {
                // The next run gives them back: it finds them taken.
                LOG.debug("Items of ingestion {} stay taken until the next run", ingestion, away);
            }
        }

        private void take() {
            while (taken < (aside.isPresent() ? 1 : reader.atATime()) && !run.shouldStop()) {
                Optional<ItemTable.Taken> next = aside.isPresent() ? aside : queue.claim(ingestion);
                if (next.isEmpty()) {
                    return;
                }
                // What took a run down with it before is read with nothing else beside it.
                aside = next.filter(each -> each.times() >= ALONE_FROM && taken > 0);
                if (aside.isPresent()) {
                    return;
                }
                taken++;
                reading.submit(() -> read(next.get()));
                if (next.get().times() >= ALONE_FROM) {
                    return;
                }
            }
        }

        private Boolean read(ItemTable.Taken next) throws Exception {
            Acting.during(acting, () -> reader.read(run.caseId(), next));
            return true;
        }

        private void await() throws InterruptedException {
            @Nullable Future<Boolean> done = reading.poll(1, TimeUnit.SECONDS);
            if (done != null) {
                taken--;
                finished(done);
            }
            long now = System.nanoTime();
            if (now - tellAt >= 0) {
                progress(run, ingestion);
                long ended = System.nanoTime();
                tellAt = ended + Math.max(PROGRESS_NANOS, PROGRESS_SHARE * (ended - now));
            }
        }

        private void finished(Future<Boolean> done) throws InterruptedException {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "Reading an item of ingestion " + ingestion + " broke off", e.getCause());
            }
        }
    }
}
