package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads files in a small pool of worker processes, one level a call: the text of the file, what is known about it, and
 * its direct children. What a file does to its worker is that file's outcome and nobody else's. Safe for use by many
 * threads; a call waits until a worker is free.
 */
public final class Extractor implements AutoCloseable {
    private static final String HOME = "extract-";

    /** Files looked at, as opposed to read, at the same time; beside the places for reading, so neither waits. */
    private static final int LOOKS = 1;

    /** Somebody waits for it: what takes longer is told, not waited for. */
    private static final Duration LOOK_TIME = Duration.ofSeconds(20);

    private static final long LOOK_BYTES = 12L << 20;

    /** A worker with so few files left has its successor started, which loads its models meanwhile. */
    private static final int NEARLY_DONE = 100;

    private final ExtractorSettings settings;
    private final Path home;
    private final WorkerCommand command;
    private final Semaphore places;
    private final Semaphore looks = new Semaphore(LOOKS, true);
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> busy = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final ScheduledExecutorService clock;
    /** Lives as long as the extractor: a worker ends when the thread that started it does. */
    private final ExecutorService starting;

    /** The one started ahead, for whoever needs a worker first; guarded by {@link #idle}. */
    private Optional<CompletableFuture<WorkerProcess>> successor = Optional.empty();

    private volatile boolean closed;

    private Extractor(ExtractorSettings settings, Path home, WorkerCommand command) {
        this.settings = settings;
        this.home = home;
        this.command = command;
        this.places = new Semaphore(settings.workers(), true);
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("extraction-clock").factory());
        this.starting = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("extraction-starting").factory());
    }

    /**
     * Deletes what a crash left in the scratch folder: bytes of files in the clear among it.
     *
     * @param scratch of this data folder, before anything is read in it
     */
    public static void sweep(Path scratch) throws IOException {
        if (Files.isDirectory(scratch)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch, HOME + "*")) {
                for (Path home : left) {
                    ScratchFolder.delete(home);
                }
            }
        }
    }

    /**
     * Prepares the pool; workers start when the first files come.
     *
     * @throws WallsMissing where all walls have to stand and this machine doesn't let them
     */
    public static Extractor open(ExtractorSettings settings) throws IOException {
        Files.createDirectories(settings.scratch());
        Path home = Files.createTempDirectory(settings.scratch().toRealPath(), HOME);
        List<Path> classPath = WorkerClassPath.into(Files.createDirectories(home.resolve("classes")));
        WorkerCommand command = WorkerCommand.build(classPath, home, settings);
        Set<Wall> missing = Wall.missing(command.walls());
        if (settings.sandbox() == Sandbox.FULL && !missing.isEmpty()) {
            ScratchFolder.delete(home);
            throw new WallsMissing(missing);
        }
        return new Extractor(settings, home, command);
    }

    /** The walls that stand between the workers and everything else on this machine. */
    public Set<Wall> walls() {
        return command.walls();
    }

    /** The process ids of the workers reading a file at this moment, for those who watch over the machine. */
    public List<Long> workersReading() {
        return busy.stream().map(WorkerProcess::id).sorted().toList();
    }

    /**
     * Reads one file. Whatever the file holds, this returns with an outcome; close the result to free its scratch.
     *
     * @param nameAsReceived the name it came with; a hint for its type, never used as a path
     * @throws InterruptedException when interrupted while waiting for a free worker
     * @throws IOException when the scratch folder cannot be written or no worker can be started at all
     */
    public Extraction extract(Path file, String nameAsReceived, ExtractionRequest request)
            throws IOException, InterruptedException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            return Extraction.without(new Outcome.Failed(Outcome.Reason.UNREADABLE, "no readable file"));
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return extract(bytes, nameAsReceived, request);
        }
    }

    /**
     * Reads one file whose bytes come from a stream: they lie in the clear in a folder that only this user may open,
     * for as long as it is read.
     *
     * @param bytes read to its end, and closed by whoever opened it
     * @throws InterruptedException when interrupted while waiting for a free worker
     * @throws IOException when the stream breaks, or as above
     */
    public Extraction extract(InputStream bytes, String nameAsReceived, ExtractionRequest request)
            throws IOException, InterruptedException {
        places.acquire();
        try {
            return given(bytes, nameAsReceived, request, new Wanted.Reading());
        } finally {
            places.release();
        }
    }

    /**
     * Gives a part of a file that somebody looks at now. It has a place of its own, so that no file that is read waits
     * for it, and ends after 20 seconds at most.
     *
     * @param bytes read to its end, and closed by whoever opened it
     * @return nothing where another look took the place for longer than that
     * @throws InterruptedException when interrupted while waiting
     * @throws IOException when the stream breaks, or as above
     */
    public Optional<Extraction> look(InputStream bytes, String nameAsReceived, Wanted wanted, Limits limits)
            throws IOException, InterruptedException {
        if (!looks.tryAcquire(LOOK_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            Duration time = limits.time().compareTo(LOOK_TIME) < 0 ? limits.time() : LOOK_TIME;
            Limits within = limits.withTime(time).withChildren(1).withChildBytes(LOOK_BYTES);
            return Optional.of(
                    given(bytes, nameAsReceived, new ExtractionRequest(within, 0, false, List.of()), wanted));
        } finally {
            looks.release();
        }
    }

    private Extraction given(InputStream bytes, String name, ExtractionRequest request, Wanted wanted)
            throws IOException {
        Path file = home.resolve("in-" + numbers.incrementAndGet());
        try {
            Files.copy(bytes, file);
            return read(file, name, request, wanted);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Extraction read(Path file, String name, ExtractionRequest request, Wanted wanted) throws IOException {
        WorkerProcess first = takeWorker();
        try {
            return readWith(first, file, name, request, wanted);
        } catch (WorkerProcess.Lost lost) {
            if (lost.reason() == Outcome.Reason.TIME || closed) {
                return Extraction.without(new Outcome.Failed(lost.reason(), lost.detail()));
            }
        }
        // A second time in a worker that has read nothing else: was it this file, or what came before it?
        try {
            return readWith(startWorker(1), file, name, request, wanted);
        } catch (WorkerProcess.Lost again) {
            return Extraction.without(new Outcome.Failed(again.reason(), again.detail()));
        }
    }

    private Extraction readWith(WorkerProcess worker, Path file, String name, ExtractionRequest request, Wanted wanted)
            throws IOException, WorkerProcess.Lost {
        String number = "out-" + numbers.incrementAndGet();
        Path children = home.resolve(number);
        boolean answered = false;
        busy.add(worker);
        try {
            Path given = worker.place().folder(number);
            Path taken = worker.place().take(file);
            try {
                WorkerAnswer answer =
                        worker.read(task(wanted, worker.seen(taken), name, worker.seen(given), request), clock);
                // Out of the worker's sight: the next file must not reach what came out of this one.
                Files.move(given, children);
                Extraction extraction = extraction(answer, children, languages(request));
                answered = true;
                return extraction;
            } finally {
                Files.move(taken, file);
            }
        } finally {
            busy.remove(worker);
            giveBack(worker);
            if (!answered) {
                ScratchFolder.delete(children);
            }
        }
    }

    private WorkerTask task(Wanted wanted, Path file, String name, Path children, ExtractionRequest request) {
        return new WorkerTask(
                wanted,
                file,
                name,
                children,
                request,
                command.ocrProgram(settings),
                languages(request),
                settings.ocrDpi(),
                command.outside());
    }

    private List<String> languages(ExtractionRequest request) {
        return request.ocrLanguages().isEmpty() ? settings.ocrLanguages() : request.ocrLanguages();
    }

    private Extraction extraction(WorkerAnswer answer, Path folder, List<String> languages)
            throws IOException, WorkerProcess.Lost {
        List<Child> children = new ArrayList<>();
        for (WorkerAnswer.Member member : answer.members()) {
            int number = children.size() + 1;
            Path content = folder.resolve(String.valueOf(number));
            // A link planted by a worker gone wrong must not be followed out of the scratch folder.
            if (!Files.isRegularFile(content, LinkOption.NOFOLLOW_LINKS)) {
                throw new WorkerProcess.Lost(
                        Outcome.Reason.WORKER_MISBEHAVED, "child without content", new IOException("no regular file"));
            }
            children.add(new Child(
                    number,
                    member.name(),
                    member.statedPath(),
                    member.mediaType(),
                    member.relation(),
                    member.standing(),
                    content,
                    Files.size(content)));
        }
        return new Extraction(
                answer.outcome(),
                answer.type(),
                answer.text(),
                answer.sections(),
                answer.metadata(),
                answer.mail(),
                children,
                command.outsidePrograms().stream()
                        .filter(program -> answer.outside().contains(program.tool()))
                        .toList(),
                answer.recognised() ? languages : List.of(),
                Optional.of(folder));
    }

    private WorkerProcess takeWorker() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                WorkerProcess worker = idle.pop();
                if (worker.fit()) {
                    return worker;
                }
                worker.close();
            }
        }
        Optional<WorkerProcess> ahead = takeSuccessor();
        if (ahead.isPresent() && ahead.get().fit()) {
            return ahead.get();
        }
        if (ahead.isPresent()) {
            ahead.get().close();
        }
        return startWorker(settings.filesPerWorker());
    }

    private Optional<WorkerProcess> takeSuccessor() {
        Optional<CompletableFuture<WorkerProcess>> ahead;
        synchronized (idle) {
            ahead = successor;
            successor = Optional.empty();
        }
        // One that didn't start is started again by whoever needs it, who then hears why.
        return ahead.flatMap(
                each -> each.handle((worker, e) -> Optional.ofNullable(worker)).join());
    }

    private WorkerProcess startWorker(int files) throws IOException {
        if (closed) {
            throw new IllegalStateException("The extractor is closed");
        }
        try {
            return starting(files).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException wrapped) {
                throw new IOException("No worker could be started", wrapped.getCause());
            }
            throw e;
        }
    }

    private CompletableFuture<WorkerProcess> starting(int files) {
        Path folder = home.resolve("worker-" + numbers.incrementAndGet());
        return CompletableFuture.supplyAsync(() -> started(folder, files), starting);
    }

    private WorkerProcess started(Path folder, int files) {
        try {
            return WorkerProcess.start(command, folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void giveBack(WorkerProcess worker) throws IOException {
        synchronized (idle) {
            if (worker.fit() && !closed) {
                idle.push(worker);
                if (worker.filesLeft() < Math.min(NEARLY_DONE, settings.filesPerWorker() / 2) && successor.isEmpty()) {
                    successor = Optional.of(starting(settings.filesPerWorker()));
                }
                return;
            }
        }
        worker.close();
    }

    /** Ends all workers and deletes the scratch, with every extraction not closed yet. */
    @Override
    public void close() throws IOException {
        closed = true;
        busy.forEach(WorkerProcess::kill);
        synchronized (idle) {
            for (WorkerProcess worker : idle) {
                worker.close();
            }
            idle.clear();
        }
        Optional<WorkerProcess> ahead = takeSuccessor();
        if (ahead.isPresent()) {
            ahead.get().close();
        }
        clock.shutdownNow();
        starting.shutdown();
        ScratchFolder.delete(home);
    }
}
