package org.plumbline.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

class DocxReportTest {
    private final ReportRenderer renderer = new ReportRenderer(new Bundle(), Harbour.CLOCK, FontShelf.shipped());

    @Test
    void sameReportAtTheSameTimeIsTheSameFile() {
        assertThat(renderer.docx(Harbour.full()).digest())
                .isEqualTo(renderer.docx(Harbour.full()).digest());
    }

    @Test
    void partsKeepToTheSchema() throws IOException {
        try (XWPFDocument word = open(Harbour.full())) {
            List<XmlError> errors = new ArrayList<>();
            XmlOptions options = new XmlOptions().setErrorListener(errors);
            assertThat(word.getDocument().validate(options)).as("%s", errors).isTrue();
            assertThat(word.getHeaderList().getFirst()._getHdrFtr().validate(options))
                    .as("%s", errors)
                    .isTrue();
            assertThat(word.getFooterList().getFirst()._getHdrFtr().validate(options))
                    .as("%s", errors)
                    .isTrue();
        }
    }

    @Test
    void everyUsedStyleExists() throws IOException {
        try (XWPFDocument word = open(Harbour.full())) {
            for (XWPFParagraph paragraph : word.getParagraphs()) {
                assertThat(word.getStyles().styleExist(paragraph.getStyleID()))
                        .as(paragraph.getStyleID())
                        .isTrue();
                paragraph.getRuns().stream()
                        .map(run -> run.getStyle())
                        .filter(style -> !style.isEmpty())
                        .forEach(style -> assertThat(word.getStyles().styleExist(style))
                                .as(style)
                                .isTrue());
            }
            for (XWPFTable table : word.getTables()) {
                assertThat(word.getStyles().styleExist(table.getStyleID())).isTrue();
            }
            assertThat(styles(word)).contains("Title", "Heading1", "Heading2", "Quote", "AssessmentHead");
        }
    }

    @Test
    void headNamesCaseTitleAndCaveatAndFootNamesTimePersonAndPages() throws IOException {
        try (XWPFDocument word = open(Harbour.full())) {
            assertThat(word.getHeaderList().getFirst().getText())
                    .contains("2031-0007")
                    .contains("Payments for the cranes of the east quay")
                    .contains("ORIGINATOR CONTROL");
            var foot = word.getFooterList().getFirst();
            assertThat(foot.getText())
                    .contains("Generated 20 Nov 2031, 09:42 CET (+01:00) by Mara Quill, Inspectorate of Northmark");
            assertThat(foot._getHdrFtr().toString()).contains("PAGE", "NUMPAGES");
        }
    }

    @Test
    void wordsNumbersAndDigestsAreThoseOfThePdf() throws IOException {
        String words = words(Harbour.full());

        assertThat(words)
                .contains("■ Fact", "◇ Assessment A 2", "Sources differ: Amount, EUR", "53 000 000 reported [4]")
                .contains("39 000 000 at least [5]", "unknown", Phrases.grouped(Harbour.INVOICE), "1 204 882 bytes")
                .contains("The SHA-256 digest of this file is recorded in the trail of case 2031-0007.")
                .contains("شركة رافعات الميناء", "码头起重机有限公司", "Причал-Кран");
        assertThat(words)
                .containsSubsequence(
                        "[1] Exhibit 2031-0007-E01",
                        "[2] Company register",
                        "[3] Exhibit",
                        "[4] Exhibit",
                        "[5] Cranes for the east quay");
    }

    @Test
    void tableHeadsRepeatAndRowsStayWhole() throws IOException {
        try (XWPFDocument word = open(Harbour.full())) {
            XWPFTable statements = word.getTables().get(1);

            assertThat(statements.getRow(0).isRepeatHeader()).isTrue();
            assertThat(statements.getRow(1).isRepeatHeader()).isFalse();
            assertThat(statements.getRow(1).isCantSplitRow()).isTrue();
        }
    }

    @Test
    void textFromRightToLeftIsMarked() throws IOException {
        try (XWPFDocument word = open(
                Harbour.report(List.of(new Block.Paragraph(Block.Voice.OURS, Run.plain("شركة رافعات Crane Ltd")))))) {
            XWPFParagraph paragraph = word.getParagraphs().stream()
                    .filter(it -> it.getText().contains("Crane"))
                    .findFirst()
                    .orElseThrow();

            assertThat(paragraph.getCTP().getPPr().isSetBidi()).isTrue();
            assertThat(paragraph.getRuns().stream()
                            .map(run -> run.getCTR().toString().contains("w:rtl")))
                    .containsExactly(true, false);
        }
    }

    @Test
    void propertiesNameTitleOrganisationTimeAndLanguage() throws IOException {
        try (XWPFDocument word = open(Harbour.full())) {
            var core = word.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Payments for the cranes of the east quay");
            assertThat(core.getCreator()).isEqualTo("Inspectorate of Northmark");
            assertThat(core.getCreated().toInstant()).isEqualTo(Harbour.CLOCK.instant());
            assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("en");
        }
    }

    private XWPFDocument open(ReportDocument report) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(renderer.docx(report).bytes()));
    }

    private String words(ReportDocument report) throws IOException {
        try (XWPFDocument word = open(report);
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            return extractor.getText().replaceAll("[\\s\u00a0\u2002]+", " ");
        }
    }

    private static List<String> styles(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getStyleID).toList();
    }
}
