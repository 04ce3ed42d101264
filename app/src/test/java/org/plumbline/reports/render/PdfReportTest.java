package org.plumbline.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private final ReportRenderer renderer = new ReportRenderer(new Bundle(), Harbour.CLOCK, FontShelf.shipped());

    @Test
    void sameReportAtTheSameTimeIsTheSameFile() {
        RenderedReport first = renderer.pdf(Harbour.full());

        RenderedReport second =
                new ReportRenderer(new Bundle(), Harbour.CLOCK, FontShelf.shipped()).pdf(Harbour.full());

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(first.digest()).isEqualTo(org.plumbline.kernel.Digest.of(first.bytes()));
    }

    @Test
    void everyPageNamesCaseTitleCaveatTimePersonAndItsNumber() throws IOException {
        byte[] file = renderer.pdf(Harbour.full()).bytes();

        try (PDDocument pdf = Loader.loadPDF(file)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page, page, true))
                        .contains("2031-0007")
                        .contains("Payments for the cranes of the east quay")
                        .contains("ORIGINATOR CONTROL")
                        .contains("Generated 20 Nov 2031, 09:42 CET (+01:00) by Mara Quill, Inspectorate of Northmark")
                        .contains("Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void factsAssessmentsConflictsAndUnknownsAreNamed() throws IOException {
        assertThat(words(renderer.pdf(Harbour.full()).bytes()))
                .contains("■ Fact")
                .contains("◇ Assessment A 2 Tomas Ferrow, 18 Nov 2031")
                .contains("Sources differ: Amount, EUR")
                .contains("53 000 000 reported [4] 39 000 000 at least [5]")
                .contains("Delivery of the second crane unknown unknown [3]")
                .contains("source usually reliable; information possibly true")
                .contains("The SHA-256 digest of this file is recorded in the trail of case 2031-0007.");
    }

    @Test
    void sourcesAreListedInOrderOfFirstUse() throws IOException {
        String words = words(renderer.pdf(Harbour.full()).bytes());

        assertThat(words.substring(words.lastIndexOf("Sources [1]")))
                .containsSubsequence(
                        "[1] Exhibit 2031-0007-E01, Invoice 4471 of Quayside Cranes, page 1",
                        "[2] Company register of Northmark, entry HRB 20417. Checked: 3 Oct 2031",
                        "https://register.example/entry/HRB-20417",
                        "[3] Exhibit 2031-0007-E02",
                        "[4] Exhibit 2031-0007-E01, Invoice 4471 of Quayside Cranes, page 2",
                        "[5] Cranes for the east quay, paragraph 4");
    }

    @Test
    void exhibitsShowTheirWholeDigestInGroupsOfEight() throws IOException {
        assertThat(words(renderer.pdf(Harbour.full()).bytes()))
                .contains(Phrases.grouped(Harbour.INVOICE))
                .contains(Phrases.grouped(Harbour.MINUTES))
                .contains("48 211 bytes")
                .contains("SHA-256 unknown");
    }

    @Test
    void everyScriptAppearsWithEmbeddedFontsAndNoWarning() throws IOException {
        RenderedReport report = renderer.pdf(Harbour.full());

        assertThat(report.warnings()).isEmpty();
        assertThat(words(report.bytes()))
                .contains("Žofie Łukaszewicz-Ðorđević, Größe", "Причал-Кран", "Γερανοί Προβλήτας", "码头起重机有限公司")
                .contains("شركة");
        try (PDDocument pdf = Loader.loadPDF(report.bytes())) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void fileIsTaggedHasBookmarksLanguageAndProperties() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(renderer.pdf(Harbour.full()).bytes())) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getDocumentOutline().getFirstChild().getTitle()).isEqualTo("What was asked");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Payments for the cranes of the east quay");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Inspectorate of Northmark");
        }
    }

    @Test
    void characterWithoutFontIsABoxAndAWarning() throws IOException {
        RenderedReport report = renderer.pdf(Harbour.report(
                List.of(new Block.Paragraph(Block.Voice.OURS, Run.plain("Seal \ud808\udc00 of the king")))));

        assertThat(report.warnings()).containsExactly(new Warning(Warning.Kind.NO_GLYPH, "U+12000"));
        assertThat(words(report.bytes())).contains("Seal □ of the king");
    }

    @Test
    void textCannotTurnTheDirectionOfALineOrBecomeMarkup() throws IOException {
        RenderedReport report = renderer.pdf(Harbour.report(List.of(new Block.Paragraph(
                Block.Voice.OURS, Run.plain("invoice\u202egpj.exe <img src='http://127.0.0.1:1/x.png'/> \u0007")))));

        assertThat(report.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.CONTROL_SHOWN, "U+202E"),
                        new Warning(Warning.Kind.CONTROL_SHOWN, "U+0007"));
        assertThat(words(report.bytes()))
                .contains("invoice[U+202E]gpj.exe <img src='http://127.0.0.1:1/x.png'/> [U+0007]");
    }

    @Test
    void contentOutsideTheReportIsNeverNamed() {
        assertThat(new String(renderer.pdf(Harbour.full()).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("/URI", "/JavaScript", "/Launch");
    }

    static String words(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return text(pdf, 1, pdf.getNumberOfPages(), false);
        }
    }

    /** The words line by line, as they stand on the page. */
    static String lines(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return text(pdf, 1, pdf.getNumberOfPages(), true);
        }
    }

    private static String text(PDDocument pdf, int first, int last, boolean byLine) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(byLine);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf).replaceAll("[\\s\u00a0\u2002]+", " ");
    }
}
