package org.plumbline.reports.render;

import java.time.Clock;

/**
 * Writes a report as DOCX or PDF. The same document, words, fonts and time give the same bytes, so that the digest on
 * the trail can be checked by making the file again.
 */
public final class ReportRenderer {
    private final Words words;
    private final Clock clock;
    private final PdfReport pdf;

    public ReportRenderer(Words words, Clock clock, FontShelf fonts) {
        this.words = words;
        this.clock = clock;
        this.pdf = new PdfReport(fonts);
    }

    /** PDF 1.7, tagged, with bookmarks and embedded fonts. */
    public RenderedReport pdf(ReportDocument document) {
        return pdf.render(document, phrases(document), clock.instant());
    }

    /** Office Open XML (ECMA-376, transitional) with named styles. */
    public RenderedReport docx(ReportDocument document) {
        return new DocxReport(document, phrases(document), clock.instant()).render();
    }

    private Phrases phrases(ReportDocument document) {
        return new Phrases(words, document.language(), document.zone());
    }
}
