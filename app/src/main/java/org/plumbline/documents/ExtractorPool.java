package org.plumbline.documents;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Extractor;
import org.plumbline.documents.extract.ExtractorSettings;
import org.plumbline.documents.extract.OutsideProgram;
import org.plumbline.documents.extract.ReadingTools;
import org.plumbline.documents.extract.Sandbox;
import org.plumbline.documents.extract.Wall;
import org.plumbline.documents.extract.WallsMissing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The application's one pool of reading processes: opened when the first file is to be read, closed at the end. */
@Component
class ExtractorPool {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final ExtractorSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Extractor open;
    private @Nullable List<OutsideProgram> outside;
    private @Nullable WallsMissing refused;
    private long triedAt;

    ExtractorPool(
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.documents.ocr-dpi:200}") int dpi,
            @Value("${plumbline.documents.ocr-program:tesseract}") String ocrProgram,
            @Value("${plumbline.documents.sandbox:full}") String sandbox,
            @Value("${plumbline.documents.memory:512MB}") DataSize memory,
            @Value("${plumbline.documents.workers:2}") int workers) {
        this.settings = ExtractorSettings.standard(
                        data.toAbsolutePath().normalize().resolve("scratch"))
                .withOcrDpi(dpi)
                .withOcrProgram(ocrProgram)
                .withSandbox(Sandbox.of(sandbox))
                .withMemoryMegabytes((int) memory.toMegabytes())
                .withWorkers(workers);
    }

    /** What the last run of the application could not delete any more. */
    @PostConstruct
    void sweep() {
        try {
            Extractor.sweep(settings.scratch());
        } catch (IOException e) {
            throw new UncheckedIOException("The scratch of an earlier run could not be deleted", e);
        }
    }

    synchronized Extractor get() throws IOException {
        if (closed.get()) {
            throw new IllegalStateException("Nothing is read any more: the application ends");
        }
        if (open == null) {
            open = opened();
        }
        return open;
    }

    /** Tries walls that were missing again after a while: somebody may have mended that. */
    private Extractor opened() throws IOException {
        WallsMissing before = refused;
        if (before != null && System.nanoTime() - triedAt < AGAIN_NANOS) {
            throw before;
        }
        try {
            return Extractor.open(settings);
        } catch (WallsMissing e) {
            refused = e;
            triedAt = System.nanoTime();
            throw e;
        }
    }

    /** The walls that are missing; where all have to stand and one is missing, nothing is read. */
    Set<Wall> missing() {
        try {
            Set<Wall> missing = EnumSet.allOf(Wall.class);
            missing.removeAll(get().walls());
            return missing;
        } catch (WallsMissing e) {
            return e.missing();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the reading processes could not be written", e);
        }
    }

    /** Whether files are read here, with the walls there are. */
    boolean reads() {
        return settings.sandbox() == Sandbox.REDUCED || missing().isEmpty();
    }

    /** The programs of this machine's own that files are read with; looked up once, like the version of the others. */
    synchronized List<OutsideProgram> outside() {
        List<OutsideProgram> known = outside;
        if (known == null) {
            known = ReadingTools.outside(settings);
            outside = known;
        }
        return known;
    }

    ExtractorSettings settings() {
        return settings;
    }

    /** How many processes read a file now. */
    synchronized int reading() {
        return open == null ? 0 : open.workersReading().size();
    }

    boolean closed() {
        return closed.get();
    }

    @PreDestroy
    synchronized void close() {
        closed.set(true);
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The scratch of the reading processes could not be deleted", e);
            }
        }
    }
}
