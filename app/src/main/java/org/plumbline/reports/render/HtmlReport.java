package org.plumbline.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page tree of a report, from which the PDF is laid out. */
final class HtmlReport {
    /** 170 x 215 mm, the type area less a caption, in points. */
    private static final double WIDEST = 481;

    private static final double HIGHEST = 600;
    private static final double POINTS_PER_PIXEL = 0.75;

    private final ReportDocument document;
    private final Phrases phrases;
    private final Instant at;
    private final FontFit fonts;
    private final Consumer<Warning> warnings;
    private final Markup markup;
    private final Citations citations;
    private final HtmlRuns runs;
    private final HtmlTables tables;
    private final HtmlStatements statements;
    private int headings;

    HtmlReport(ReportDocument document, Phrases phrases, Instant at, FontFit fonts, Consumer<Warning> warnings) {
        this.document = document;
        this.phrases = phrases;
        this.at = at;
        this.fonts = fonts;
        this.warnings = warnings;
        this.markup = new Markup(fonts);
        this.citations = Citations.of(document.blocks());
        this.runs = new HtmlRuns(markup, citations);
        this.tables = new HtmlTables(markup, runs, phrases);
        this.statements = new HtmlStatements(markup, runs, tables, phrases);
    }

    Document build() {
        Element html = markup.root("html", Map.of("lang", document.language().toLanguageTag()));
        Element head = markup.add(html, "head");
        markup.raw(markup.add(head, "title"), document.title());
        meta(head, "description", phrases.generated(at, document));
        meta(head, "author", document.caseHeader().organisation());
        meta(head, "subject", document.caseHeader().number());
        Element bookmarks = markup.add(head, "bookmarks");
        Element body = markup.add(html, "body");
        new HtmlFrame(markup, phrases, document, at).write(body);
        document.blocks().forEach(block -> block(body, bookmarks, block));
        if (document.blocks().stream().noneMatch(Block.SourceList.class::isInstance)) {
            sources(body, bookmarks);
        }
        // Last, because only now it is known which fonts the text needs.
        markup.raw(markup.add(head, "style"), style());
        return markup.tree();
    }

    private void block(Element body, Element bookmarks, Block block) {
        switch (block) {
            case Block.Heading heading -> heading(body, bookmarks, heading.level(), heading.text());
            case Block.Paragraph paragraph -> runs.runs(markup.add(body, "p", voice(paragraph)), paragraph.runs());
            case Block.Conclusion conclusion -> statements.conclusion(body, conclusion);
            case Block.StatementTable table -> statements.table(body, table);
            case Block.TableBlock table -> tables.plain(body, table);
            case Block.Picture picture -> picture(body, picture);
            case Block.ExhibitList list -> tables.exhibits(body, list);
            case Block.SourceList sourceList -> sources(body, bookmarks);
            case Block.PageBreak pageBreak -> markup.add(body, "div", "page-break");
        }
    }

    private void sources(Element body, Element bookmarks) {
        heading(body, bookmarks, 1, phrases.say("sources.title"));
        tables.sources(body, citations.entries());
    }

    private void heading(Element body, Element bookmarks, int level, String text) {
        String id = "part-" + ++headings;
        markup.say(body, "h" + (level + 1), "part", text).setAttribute("id", id);
        Element bookmark = markup.add(bookmarks, "bookmark");
        bookmark.setAttribute("name", text);
        bookmark.setAttribute("href", "#" + id);
    }

    private void picture(Element body, Block.Picture picture) {
        Element figure = markup.add(body, "div", "figure");
        Element image = markup.add(figure, "img");
        image.setAttribute("alt", picture.alt());
        image.setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(printable(picture)));
        double scale = Math.min(POINTS_PER_PIXEL, Math.min(WIDEST / picture.width(), HIGHEST / picture.height()));
        image.setAttribute(
                "style", "width: " + points(picture.width() * scale) + "; height: " + points(picture.height() * scale));
        if (!picture.caption().isBlank()) {
            markup.say(figure, "p", "figure-caption", picture.caption());
        }
    }

    private byte[] printable(Block.Picture picture) {
        return Pictures.printable(picture, warnings);
    }

    private static String points(double points) {
        return Math.max(1, Math.round(points)) + "pt";
    }

    private static String voice(Block.Paragraph paragraph) {
        return switch (paragraph.voice()) {
            case OURS -> "ours";
            case QUOTATION -> "quotation";
        };
    }

    private void meta(Element head, String name, String content) {
        Element meta = markup.add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private String style() {
        StringBuilder more = new StringBuilder();
        fonts.found().forEach(face -> more.append(", '").append(face.family()).append('\''));
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The report's style sheet is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(", 'other-scripts'", ", 'noto-arabic', 'droid-fallback'" + more);
        } catch (IOException e) {
            throw new UncheckedIOException("The report's style sheet cannot be read", e);
        }
    }
}
