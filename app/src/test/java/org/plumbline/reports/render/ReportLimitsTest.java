package org.plumbline.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class ReportLimitsTest {
    private final ReportRenderer renderer = new ReportRenderer(new Bundle(), Harbour.CLOCK, FontShelf.shipped());

    @Test
    void titleOfTwoHundredCharactersStandsOnEveryPage() throws IOException {
        String title = "Harbour payments ".repeat(11) + "of 2031 at Qy.";
        assertThat(title.length()).isBetween(195, 201);
        ReportDocument report = Harbour.report(
                title.substring(0, 200), List.of(new Block.PageBreak(), new Block.Heading(1, "Second page")));

        String words = PdfReportTest.words(renderer.pdf(report).bytes());

        assertThat(words.split(java.util.regex.Pattern.quote(title.substring(0, 200)), -1).length - 1)
                .isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Harbour.report("x".repeat(201), List.of()))
                .withMessage("A report title has at most 200 characters, not 201");
    }

    @Test
    void fiveHundredRowsKeepTheirHeadOnEveryPageAndLoseNoRow() throws IOException {
        Block table = new Block.StatementTable(
                "",
                List.of(new Block.Column("Statement", Block.Align.START, 8)),
                IntStream.rangeClosed(1, 500)
                        .mapToObj(row -> (Statement) new Statement.Fact(
                                List.of(Cell.of("Payment number " + row + ".")), List.of(Harbour.INVOICE_P1)))
                        .toList());
        ReportDocument report = Harbour.report(List.of(table));

        byte[] pdf = renderer.pdf(report).bytes();

        String words = PdfReportTest.words(pdf);
        assertThat(IntStream.rangeClosed(1, 500).allMatch(row -> words.contains("Payment number " + row + ".")))
                .isTrue();
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            assertThat(pages.getNumberOfPages()).isGreaterThan(8);
            assertThat(words.split("Statement Sources Kind", -1).length - 1)
                    .isGreaterThanOrEqualTo(pages.getNumberOfPages() - 1);
        }
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(renderer.docx(report).bytes()))) {
            assertThat(word.getTables().get(1).getNumberOfRows()).isEqualTo(501);
        }
    }

    @Test
    void emptyListsSaySo() throws IOException {
        ReportDocument report = Harbour.report(List.of(
                new Block.StatementTable("", List.of(new Block.Column("Statement", Block.Align.START, 1)), List.of()),
                new Block.TableBlock("", List.of(new Block.Column("Name", Block.Align.START, 1)), List.of()),
                new Block.ExhibitList(List.of()),
                new Block.Paragraph(Block.Voice.OURS, List.of())));

        assertThat(PdfReportTest.words(renderer.pdf(report).bytes()))
                .contains("No statements were chosen.", "No rows.", "No exhibits were chosen.", "Nothing is cited.");
        assertThat(renderer.docx(report).bytes()).isNotEmpty();
    }

    @Test
    void longWordBreaksInsideItsColumn() throws IOException {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(6);
        ReportDocument report = Harbour.report(List.of(new Block.TableBlock(
                "",
                List.of(new Block.Column("A", Block.Align.START, 1), new Block.Column("B", Block.Align.START, 1)),
                List.of(List.of(Run.plain(word), Run.plain("beside"))))));

        assertThat(PdfReportTest.words(renderer.pdf(report).bytes()).replace(" ", ""))
                .contains(word);
    }

    @Test
    void hugePictureIsReducedAndTheReaderIsTold() {
        ReportDocument report = Harbour.report(
                List.of(new Block.Picture(Harbour.chart(6000, 3000), "Chart of payments", "", 6000, 3000)));

        assertThat(renderer.pdf(report).warnings())
                .containsExactly(new Warning(Warning.Kind.PICTURE_REDUCED, "Chart of payments"));
        assertThat(renderer.docx(report).warnings())
                .containsExactly(new Warning(Warning.Kind.PICTURE_REDUCED, "Chart of payments"));
    }

    @Test
    void pictureThatIsNoPngIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Png.of(
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void factWithoutSourceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement.Fact(List.of(Cell.of("The crane arrived")), List.of()))
                .withMessageContaining("cite where it is stated");
    }

    @Test
    void samePlaceKeepsItsNumberAndTheDaysOfCheckingAddUp() throws IOException {
        Source later = new Source.InRegister(
                "Company register of Northmark",
                "entry HRB 20417",
                LocalDate.of(2031, 11, 5),
                "https://register.example/entry/HRB-20417");
        ReportDocument report = Harbour.report(List.of(new Block.Paragraph(
                Block.Voice.OURS,
                List.of(
                        Harbour.text("First"),
                        new Run.Cite(Harbour.REGISTER),
                        Harbour.text("then"),
                        new Run.Cite(Harbour.PAPER),
                        Harbour.text("and"),
                        new Run.Cite(later)))));

        assertThat(PdfReportTest.lines(renderer.pdf(report).bytes()))
                .containsPattern("First ?\\[1\\] ?then ?\\[2\\] ?and ?\\[1\\]")
                .contains("Checked: 3 Oct 2031 and 5 Nov 2031");
    }
}
