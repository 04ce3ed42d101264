package org.plumbline.reports.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes a report as DOCX (ECMA-376 Part 1, transitional). */
final class DocxReport {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ReportDocument document;
    private final Phrases phrases;
    private final Instant at;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private final DocxPackage parts = new DocxPackage();
    private final Wml wml = new Wml();
    private final Citations citations;
    private final DocxText text;
    private final DocxLists lists;
    private final DocxStatements statements;
    private final DocxPictures pictures;

    DocxReport(ReportDocument document, Phrases phrases, Instant at) {
        this.document = document;
        this.phrases = phrases;
        this.at = at;
        this.citations = Citations.of(document.blocks());
        this.text = new DocxText(wml, citations, warnings::add);
        this.lists = new DocxLists(text, phrases);
        this.statements = new DocxStatements(text, phrases);
        this.pictures = new DocxPictures(text, parts, warnings::add);
    }

    RenderedReport render() {
        wml.open("w:document", DocxPackage.NAMESPACES).open("w:body");
        opening();
        document.blocks().forEach(this::block);
        if (document.blocks().stream().noneMatch(Block.SourceList.class::isInstance)) {
            sources();
        }
        section();
        wml.close().close();
        parts.add("word/document.xml", wml.finish());
        new DocxFrame(document, phrases, at, citations, warnings::add).write(parts);
        try {
            return RenderedReport.of(parts.zip(), MEDIA_TYPE, List.copyOf(warnings));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The DOCX of case " + document.caseHeader().number() + " cannot be written", e);
        }
    }

    private void opening() {
        CaseHeader header = document.caseHeader();
        text.open("Eyebrow", "");
        text.say("Number", header.number());
        text.say("\u2002" + header.organisation());
        wml.close();
        text.paragraph("Title", document.title());
        if (!header.caveat().isBlank()) {
            text.open("CaveatLine", "");
            text.say("Caveat", "\u00a0" + phrases.capitals(header.caveat()) + "\u00a0");
            wml.close();
        }
        lists.facts(CaseFacts.of(document, phrases));
        text.paragraph("Record", phrases.generated(at, document));
        text.paragraph("Record", phrases.recorded(document));
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> text.paragraph("Heading" + heading.level(), heading.text());
            case Block.Paragraph paragraph -> text.paragraph(voice(paragraph), paragraph.runs());
            case Block.Conclusion conclusion -> statements.conclusion(conclusion);
            case Block.StatementTable table -> statements.table(table);
            case Block.TableBlock table -> lists.plain(table);
            case Block.Picture picture -> pictures.picture(picture);
            case Block.ExhibitList list -> lists.exhibits(list);
            case Block.SourceList sourceList -> sources();
            case Block.PageBreak pageBreak ->
                wml.open("w:p")
                        .open("w:r")
                        .leaf("w:br", "w:type", "page")
                        .close()
                        .close();
        }
    }

    private void sources() {
        text.paragraph("Heading1", phrases.say("sources.title"));
        lists.sources(citations.entries());
    }

    // A4 with the margins of the PDF, in twentieths of a point.
    private void section() {
        wml.open("w:sectPr")
                .leaf("w:headerReference", "w:type", "default", "r:id", DocxPackage.HEADER)
                .leaf("w:footerReference", "w:type", "default", "r:id", DocxPackage.FOOTER)
                .leaf("w:pgSz", "w:w", "11906", "w:h", "16838")
                .leaf(
                        "w:pgMar",
                        "w:top",
                        "1757",
                        "w:right",
                        "1134",
                        "w:bottom",
                        "1304",
                        "w:left",
                        "1134",
                        "w:header",
                        "680",
                        "w:footer",
                        "567",
                        "w:gutter",
                        "0")
                .close();
    }

    private static String voice(Block.Paragraph paragraph) {
        return switch (paragraph.voice()) {
            case OURS -> "BodyText";
            case QUOTATION -> "Quote";
        };
    }
}
