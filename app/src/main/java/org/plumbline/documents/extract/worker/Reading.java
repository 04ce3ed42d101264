package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.DocumentMetadata;
import org.plumbline.documents.extract.DocumentType;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.documents.extract.WorkerAnswer;
import org.plumbline.documents.extract.WorkerTask;

/** The reading of one file, in a thread beside the one that watches over it. */
final class Reading {
    /** Deeply nested documents are read by recursion; this much is reserved, not used, for it. */
    private static final long STACK = 64L << 20;

    private final WorkerTask task;
    private final Library library;
    private final long size;
    private final Gathering gathering;
    private volatile DocumentType type = new DocumentType("application/octet-stream", "", false);
    private volatile String exactType = "application/octet-stream";
    private volatile Optional<String> language = Optional.empty();
    private volatile @Nullable Throwable ending;

    /** What is costly to load and kept from file to file. */
    static final class Library {
        private final TypeDetection detection = new TypeDetection();
        private final LanguageGuess languages = new LanguageGuess();
        private final Readers readers = new Readers(languages);

        /** One file after the other; where one doesn't end in time, the worker ends with it. */
        private final ExecutorService thread = Executors.newSingleThreadExecutor(Library::thread);

        Library() {
            languages.prepare();
        }

        private static Thread thread(Runnable work) {
            Thread thread = new Thread(null, work, "reading", STACK);
            thread.setDaemon(true);
            return thread;
        }
    }

    Reading(WorkerTask task, Library library) throws IOException {
        this.task = task;
        this.library = library;
        this.size = Files.size(task.file());
        this.gathering = new Gathering(task, size);
    }

    /** Reads until the end or a limit; true when the worker is no longer fit for another file. */
    boolean run() throws InterruptedException {
        Duration time = task.request().limits().time();
        long began = System.nanoTime();
        Future<?> read = library.thread.submit(this::read);
        boolean ended = true;
        try {
            read.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            ending = e.getCause();
        } catch (TimeoutException e) {
            ended = false;
            long spent = Duration.ofNanos(System.nanoTime() - began).toMillis();
            gathering.note(new Shortfall.LimitReached(Limit.TIME, time.toMillis(), spent));
        }
        return !ended || ending instanceof OutOfMemoryError;
    }

    WorkerAnswer answer(boolean retiring) {
        Gathering.Gathered gathered = gathering.look();
        DocumentMetadata metadata = gathering.facts().with(language);
        Source source = source();
        return new WorkerAnswer(
                retiring,
                Verdict.of(gathered, source, ending),
                type,
                gathered.text(),
                gathered.sections(),
                metadata,
                gathered.mail(),
                gathered.members(),
                gathered.outside(),
                gathered.recognised());
    }

    private void read() {
        try {
            if (size == 0) {
                type = new DocumentType("application/x-empty", library.detection.byName(task.name()), false);
            } else {
                TypeDetection.Detected detected = library.detection.detect(task.file(), task.name());
                exactType = detected.exactType();
                type = detected.type();
                Source source = source();
                library.readers.of(task.wanted(), source.type()).read(source, gathering);
            }
        } catch (Throwable e) {
            // Whatever a parser throws is this file's outcome, stack overflow and lack of memory included.
            ending = e;
        }
        if (!(ending instanceof OutOfMemoryError)) {
            language = library.languages.tag(gathering.look().text());
        }
    }

    private Source source() {
        return new Source(task.file(), task.name(), type.mediaType(), exactType, size, task);
    }
}
