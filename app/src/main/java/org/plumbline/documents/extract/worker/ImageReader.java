package org.plumbline.documents.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.exception.TikaException;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Shortfall;

/** Reads pictures: Tika for what is written about them, OCR for what is written in them. */
final class ImageReader implements FormatReader {
    private static final Set<String> RECOGNISED = Set.of(
            "image/png",
            "image/jpeg",
            "image/tiff",
            "image/bmp",
            "image/gif",
            "image/webp",
            "image/jp2",
            "image/jpx",
            "image/x-jp2-container",
            "image/x-portable-bitmap",
            "image/x-portable-graymap",
            "image/x-portable-pixmap",
            "image/x-portable-anymap");

    private final TikaReader tika;
    private final LanguageGuess languages;

    ImageReader(TikaReader tika, LanguageGuess languages) {
        this.tika = tika;
        this.languages = languages;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        boolean recognised = RECOGNISED.contains(source.type());
        long pixels = recognised ? pixels(source.file()) : 0;
        if (pixels > into.limits().pixels()) {
            into.stop(Limit.PIXELS, into.limits().pixels(), pixels);
        }
        try {
            if (!recognised || tika.reads(source)) {
                tika.read(source, into);
            }
        } catch (TikaException | IOException e) {
            if (!recognised) {
                throw e;
            }
            // What is written about the picture is broken; what is written in it may still be read.
            into.note(new Shortfall.Damaged(Verdict.word(e)));
        }
        if (recognised) {
            recognise(source, into);
        }
    }

    private void recognise(Source source, Gathering into) throws IOException {
        Gathering.Gathered before = into.look();
        if (!source.task().request().ocr() || !into.mayRecognise()) {
            return;
        }
        if (!Ocr.available(source.task())) {
            into.note(new Shortfall.OcrMissing("not installed"));
            return;
        }
        Optional<String> text = Ocr.text(source.file(), source.task(), languages);
        text = text.isPresent() ? text : redrawn(source);
        into.line();
        into.append(text.orElse(""));
        if (text.isEmpty() && before.shortfalls().isEmpty()) {
            into.note(new Shortfall.Damaged("picture"));
        }
    }

    /** A picture the OCR program cannot open may still be opened by Java, and be written anew for it. */
    private Optional<String> redrawn(Source source) throws IOException {
        Path file = Files.createTempFile("picture", ".png");
        try {
            BufferedImage image = ImageIO.read(source.file().toFile());
            boolean written = image != null && ImageIO.write(image, "png", file.toFile());
            return written ? Ocr.text(file, source.task(), languages) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Java cannot open it either: the caller reports the damage.
            return Optional.empty();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Width times height as the file states them, without unpacking it; 0 when they are not stated plainly. */
    private static long pixels(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            javax.imageio.ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException | IOException e) {
            // A broken head: OCR will say so.
            return 0;
        }
    }
}
