package org.plumbline.documents;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Extractor;
import org.plumbline.documents.extract.ExtractorSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The application's one pool of reading processes: opened when the first file is to be read, closed at the end. */
@Component
class ExtractorPool {
    private final ExtractorSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Extractor open;

    ExtractorPool(
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.documents.ocr-dpi:200}") int dpi,
            @Value("${plumbline.documents.ocr-program:tesseract}") String ocrProgram) {
        this.settings = ExtractorSettings.standard(
                        data.toAbsolutePath().normalize().resolve("scratch"))
                .withOcrDpi(dpi)
                .withOcrProgram(ocrProgram);
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
            open = Extractor.open(settings);
        }
        return open;
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
