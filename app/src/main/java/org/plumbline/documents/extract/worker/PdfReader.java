package org.plumbline.documents.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.plumbline.documents.extract.Limit;
import org.plumbline.documents.extract.Section;
import org.plumbline.documents.extract.Shortfall;

/** Reads PDF page by page with Tika; a page that is drawn but has no words is drawn again and read by OCR. */
final class PdfReader implements FormatReader {
    /** Fewer letters than this on a page are a stamp or a page number over a scan. */
    private static final int FEW = 12;

    private final TikaReader tika;
    private final LanguageGuess languages;

    PdfReader(TikaReader tika, LanguageGuess languages) {
        this.tika = tika;
        this.languages = languages;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        TextSink sink = new TextSink(into, Section.Kind.PAGE);
        tika.readAs(source, into, sink);
        List<Integer> letters = sink.letters();
        boolean wanted = letters.stream().anyMatch(count -> count < FEW);
        if (wanted && source.task().request().ocr()) {
            recognise(source, letters, into);
        }
    }

    private void recognise(Source source, List<Integer> letters, Gathering into) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(source.file().toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < Math.min(letters.size(), document.getNumberOfPages()); page++) {
                if (letters.get(page) < FEW) {
                    recognise(source, document.getPage(page), renderer, page, into);
                }
            }
        }
    }

    private void recognise(Source source, PDPage page, PDFRenderer renderer, int index, Gathering into)
            throws IOException {
        int dpi = source.task().ocrDpi();
        double scale = dpi / 72.0;
        long pixels =
                (long) (page.getCropBox().getWidth() * scale * page.getCropBox().getHeight() * scale);
        if (pixels > into.limits().pixels()) {
            into.note(new Shortfall.LimitReached(Limit.PIXELS, into.limits().pixels(), pixels));
            return;
        }
        BufferedImage image = renderer.renderImageWithDPI(index, dpi, ImageType.GRAY);
        if (isBlank(image)) {
            return;
        }
        if (!Ocr.available(source.task())) {
            into.note(new Shortfall.OcrMissing("not installed"));
            return;
        }
        if (into.mayRecognise()) {
            String text = read(image, source);
            if (!text.isBlank()) {
                into.line();
                into.section(Section.Kind.PAGE, index + 1, "", true);
                into.append(text);
            }
        }
    }

    private String read(BufferedImage image, Source source) throws IOException {
        Path file = Files.createTempFile("page", ".png");
        try {
            ImageIO.write(image, "png", file.toFile());
            return Ocr.text(file, source.task(), languages).orElse("");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whether the page is one colour: nothing on it, so nothing to read. */
    private static boolean isBlank(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
