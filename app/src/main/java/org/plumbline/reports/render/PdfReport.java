package org.plumbline.reports.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes a report as tagged PDF with embedded fonts. Fetches nothing: pictures are in the page tree itself. */
final class PdfReport {
    static final String MEDIA_TYPE = "application/pdf";
    private static final String PRODUCER = "Plumbline";

    static {
        // The layout library's messages may quote the text of a report, and a log holds no document text.
        XRLog.setLoggingEnabled(false);
    }

    private final FontShelf shelf;

    PdfReport(FontShelf shelf) {
        this.shelf = shelf;
    }

    RenderedReport render(ReportDocument document, Phrases phrases, Instant at) {
        Set<Warning> warnings = new LinkedHashSet<>();
        FontFit fonts = new FontFit(shelf, warnings::add);
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(new HtmlReport(document, phrases, at, fonts, warnings::add).build(), "report:")
                .usePdfUaAccessibility(true)
                .withProducer(PRODUCER)
                .useUnicodeBidiSplitter(BidiSplit::new)
                .useUnicodeBidiReorderer(new BidiSplit.Reorderer());
        refuseOutside(builder);
        shippedFonts(builder);
        fonts.found()
                .forEach(face -> builder.useFont(new File(face.file()), face.family(), 400, FontStyle.NORMAL, true));
        try {
            return RenderedReport.of(write(builder, document, phrases, at), MEDIA_TYPE, List.copyOf(warnings));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The PDF of case " + document.caseHeader().number() + " cannot be written", e);
        }
    }

    private static void refuseOutside(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;") || uri.startsWith("#") ? uri : null);
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, kind) -> uri.startsWith("data:image/png;"), priority);
        }
    }

    private static void shippedFonts(PdfRendererBuilder builder) {
        font(builder, "inter-400", "inter", 400, FontStyle.NORMAL);
        font(builder, "inter-600", "inter", 600, FontStyle.NORMAL);
        font(builder, "inter-400-italic", "inter", 400, FontStyle.ITALIC);
        font(builder, "source-serif-400", "source-serif", 400, FontStyle.NORMAL);
        font(builder, "source-serif-400-italic", "source-serif", 400, FontStyle.ITALIC);
        font(builder, "plex-mono-400", "plex-mono", 400, FontStyle.NORMAL);
        font(builder, "noto-arabic-400", "noto-arabic", 400, FontStyle.NORMAL);
        font(builder, "noto-arabic-600", "noto-arabic", 600, FontStyle.NORMAL);
        font(builder, "droid-fallback-400", "droid-fallback", 400, FontStyle.NORMAL);
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        builder.useFont(() -> new ByteArrayInputStream(FontShelf.bytes(file)), family, weight, style, true);
    }

    private static byte[] write(PdfRendererBuilder builder, ReportDocument document, Phrases phrases, Instant at)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            describe(pdf, document, phrases, at);
            pdf.save(out);
            pdf.close();
        }
        return out.toByteArray();
    }

    // The same report at the same time is the same file: dates from the clock, and a document id from the time alone.
    private static void describe(PDDocument pdf, ReportDocument document, Phrases phrases, Instant at) {
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        time.setTimeInMillis(at.toEpochMilli());
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(document.title());
        information.setAuthor(document.caseHeader().organisation());
        information.setSubject(document.caseHeader().number());
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setKeywords(phrases.recorded(document));
        information.setCreationDate(time);
        information.setModificationDate(time);
        pdf.setDocumentId(at.toEpochMilli());
    }
}
