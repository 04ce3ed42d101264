package org.plumbline.documents.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running worker. It is used by one thread at a time; only {@link #kill()} may come from another. */
final class WorkerProcess implements AutoCloseable {
    /** Given to a worker to answer by itself after the time of a file is over, before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** Time spent on reading after which a worker is replaced; the kernel ends it at two hours of processor time. */
    private static final Duration LONG_LIFE = Duration.ofMinutes(30);

    private final Process process;
    private final WorkerCommand command;
    private final WorkerPlace place;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int filesLeft;
    private long nanosLeft = LONG_LIFE.toNanos();

    /** The worker could not be talked to: it died, was killed at the time limit, or broke the protocol. */
    static final class Lost extends Exception {
        private final Outcome.Reason reason;
        private final String detail;

        Lost(Outcome.Reason reason, String detail, Throwable cause) {
            super(detail, cause);
            this.reason = reason;
            this.detail = detail;
        }

        String detail() {
            return detail;
        }

        Outcome.Reason reason() {
            return reason;
        }
    }

    private WorkerProcess(Process process, WorkerCommand command, WorkerPlace place, int files) {
        this.process = process;
        this.command = command;
        this.place = place;
        this.filesLeft = files;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /** Starts one; it ends with the thread that this is called from. */
    static WorkerProcess start(WorkerCommand command, Path folder, int files) throws IOException {
        WorkerPlace place = command.place(folder);
        ProcessBuilder builder = new ProcessBuilder(command.words(place))
                .directory(place.own().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new WorkerProcess(builder.start(), command, place, files);
    }

    WorkerPlace place() {
        return place;
    }

    /** Under which name the worker sees a file of its place. */
    Path seen(Path path) {
        return command.seen(place, path);
    }

    /** Has one file read; kills itself and throws when no proper answer comes in time. */
    WorkerAnswer read(WorkerTask task, ScheduledExecutorService clock) throws Lost {
        AtomicBoolean late = new AtomicBoolean();
        Duration patience = task.request().limits().time().plus(GRACE);
        ScheduledFuture<?> killing = clock.schedule(
                () -> {
                    late.set(true);
                    kill();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        long began = System.nanoTime();
        try {
            task.writeTo(out);
            WorkerAnswer answer =
                    WorkerAnswer.readFrom(in, budget(task.request().limits()));
            filesLeft = answer.retiring() ? 0 : filesLeft - 1;
            return answer;
        } catch (IOException | RuntimeException e) {
            kill();
            throw lost(late.get(), e);
        } finally {
            nanosLeft -= System.nanoTime() - began;
            killing.cancel(false);
        }
    }

    boolean fit() {
        return filesLeft > 0 && nanosLeft > 0 && process.isAlive();
    }

    /** How many files it may still read. */
    int filesLeft() {
        return filesLeft;
    }

    /** The process id of the worker, or of the guard in front of it. */
    long id() {
        return process.pid();
    }

    /** Ends the process and everything it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        List<CompletableFuture<ProcessHandle>> ends = new ArrayList<>();
        process.descendants().forEach(each -> ends.add(each.onExit()));
        ends.add(process.toHandle().onExit());
        kill();
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .orTimeout(10, TimeUnit.SECONDS)
                .handle((ended, e) -> true)
                .join();
        ScratchFolder.delete(place.folder());
    }

    private Lost lost(boolean late, Exception cause) {
        if (late) {
            return new Lost(Outcome.Reason.TIME, "stopped at the time limit", cause);
        }
        boolean broke = cause instanceof java.net.ProtocolException || cause instanceof RuntimeException;
        if (broke) {
            return new Lost(Outcome.Reason.WORKER_MISBEHAVED, "answer breaks the protocol", cause);
        }
        return new Lost(Outcome.Reason.WORKER_DIED, "worker process ended", cause);
    }

    /** Bytes an honest answer may have: text in UTF-8, the children's names, and room for metadata. */
    private static long budget(Limits limits) {
        return limits.characters() * 3L + limits.children() * 8192L + (32L << 20);
    }
}
