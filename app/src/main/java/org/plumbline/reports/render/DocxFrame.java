package org.plumbline.reports.render;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** What stands around the content of a DOCX: head and foot of every page, and the properties of the file. */
final class DocxFrame {
    private final ReportDocument document;
    private final Phrases phrases;
    private final Instant at;
    private final Citations citations;
    private final Consumer<Warning> warnings;

    DocxFrame(ReportDocument document, Phrases phrases, Instant at, Citations citations, Consumer<Warning> warnings) {
        this.document = document;
        this.phrases = phrases;
        this.at = at;
        this.citations = citations;
        this.warnings = warnings;
    }

    void write(DocxPackage parts) {
        parts.add("word/header1.xml", head());
        parts.add("word/footer1.xml", foot());
        parts.add("docProps/core.xml", core());
        parts.add("docProps/app.xml", application());
        parts.addStyles(document.language());
    }

    private String head() {
        Wml wml = new Wml().open("w:hdr", DocxPackage.NAMESPACES);
        DocxText text = new DocxText(wml, citations, warnings);
        text.open("Header", document.title());
        text.say("Number", document.caseHeader().number());
        text.say("\u2002" + document.title() + "\u2002");
        if (!document.caseHeader().caveat().isBlank()) {
            text.say("Caveat", "\u00a0" + phrases.capitals(document.caseHeader().caveat()) + "\u00a0");
        }
        return wml.close().close().finish();
    }

    private String foot() {
        Wml wml = new Wml().open("w:ftr", DocxPackage.NAMESPACES);
        DocxText text = new DocxText(wml, citations, warnings);
        text.open("Footer", "");
        text.say(phrases.generated(at, document));
        wml.open("w:r").leaf("w:tab").close();
        for (PagePhrase.Piece piece : PagePhrase.of(phrases)) {
            switch (piece) {
                case PagePhrase.Words words -> text.say(words.text());
                case PagePhrase.Page page -> field(wml, text, "PAGE");
                case PagePhrase.Pages pages -> field(wml, text, "NUMPAGES");
            }
        }
        return wml.close().close().finish();
    }

    private static void field(Wml wml, DocxText text, String field) {
        wml.open("w:fldSimple", "w:instr", field);
        text.say("1"); // The reader's program puts the true number here.
        wml.close();
    }

    private String core() {
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return new Wml()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance")
                .open("dc:title")
                .text(readable(document.title()))
                .close()
                .open("dc:subject")
                .text(readable(document.caseHeader().number()))
                .close()
                .open("dc:creator")
                .text(readable(document.caseHeader().organisation()))
                .close()
                .open("cp:lastModifiedBy")
                .text(readable(document.generatedBy()))
                .close()
                .open("dcterms:created", "xsi:type", "dcterms:W3CDTF")
                .text(time)
                .close()
                .open("dcterms:modified", "xsi:type", "dcterms:W3CDTF")
                .text(time)
                .close()
                .open("dc:language")
                .text(document.language().toLanguageTag())
                .close()
                .close()
                .finish();
    }

    private String application() {
        return new Wml()
                .open(
                        "Properties",
                        "xmlns",
                        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
                .open("Application")
                .text("Plumbline")
                .close()
                .open("Company")
                .text(readable(document.caseHeader().organisation()))
                .close()
                .close()
                .finish();
    }

    private String readable(String text) {
        return ReadableText.of(text, warnings);
    }
}
