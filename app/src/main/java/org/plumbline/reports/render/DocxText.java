package org.plumbline.reports.render;

import java.util.List;
import java.util.function.Consumer;

/** Paragraphs, runs and citations of a DOCX part; text from right to left is marked so. */
final class DocxText {
    private final Wml wml;
    private final Citations citations;
    private final Consumer<Warning> warnings;

    DocxText(Wml wml, Citations citations, Consumer<Warning> warnings) {
        this.wml = wml;
        this.citations = citations;
        this.warnings = warnings;
    }

    Wml wml() {
        return wml;
    }

    /** Opens a paragraph that runs in the direction of its text; {@code close} it. */
    void open(String style, String text) {
        wml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", style);
        if (BidiText.rightToLeft(text)) {
            wml.leaf("w:bidi");
        }
        wml.close();
    }

    void paragraph(String style, String text) {
        open(style, text);
        say(text);
        wml.close();
    }

    void paragraph(String style, List<Run> runs) {
        open(style, HtmlRuns.words(runs));
        runs(runs);
        wml.close();
    }

    void runs(List<Run> runs) {
        for (Run run : runs) {
            switch (run) {
                case Run.Text text ->
                    say(
                            switch (text.emphasis()) {
                                case NONE -> "";
                                case STRONG -> "Strong";
                                case ITALIC -> "Emphasis";
                            },
                            text.text());
                case Run.Cite cite -> cites(List.of(cite.source()));
            }
        }
    }

    void say(String text) {
        say("", text);
    }

    /** Writes text in a character style, one run for each direction. */
    void say(String style, String text) {
        for (BidiText.Stretch stretch : BidiText.stretches(ReadableText.of(text, warnings))) {
            wml.open("w:r");
            if (!style.isEmpty() || stretch.rightToLeft()) {
                wml.open("w:rPr");
                if (!style.isEmpty()) {
                    wml.leaf("w:rStyle", "w:val", style);
                }
                if (stretch.rightToLeft()) {
                    wml.leaf("w:rtl");
                }
                wml.close();
            }
            wml.open("w:t", "xml:space", "preserve")
                    .text(stretch.text())
                    .close()
                    .close();
        }
    }

    /** The numbers of sources in brackets, each a link to its line in the list of sources. */
    void cites(List<Source> sources) {
        String gap = "";
        for (int number : citations.numbers(sources)) {
            say(gap);
            wml.open("w:hyperlink", "w:anchor", "source_" + number);
            say("Citation", "[" + number + "]");
            wml.close();
            gap = " ";
        }
    }
}
