package org.plumbline.documents.extract.worker;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.documents.extract.Wanted;

/** Draws pages of a PDF. */
final class PdfPages {
    /** A page of a few points is drawn at 216 dots an inch at most: drawn larger it would show nothing more. */
    private static final float MOST_SCALE = 3;

    private PdfPages() {}

    /** A page that fits the size wanted; nothing where the file has no such page. */
    static Optional<BufferedImage> draw(Source source, Wanted.PagePicture wanted, Gathering into) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(source.file().toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            into.facts().pages(document.getNumberOfPages());
            if (wanted.page() > document.getNumberOfPages()) {
                return Optional.empty();
            }
            PDRectangle box = document.getPage(wanted.page() - 1).getCropBox();
            float longer = Math.max(box.getWidth(), box.getHeight());
            if (!(longer > 0)) {
                into.note(new Shortfall.Damaged("page without a size"));
                return Optional.empty();
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            float scale = Math.min(wanted.side() / longer, MOST_SCALE);
            return Optional.of(renderer.renderImage(wanted.page() - 1, scale, ImageType.RGB));
        }
    }
}
