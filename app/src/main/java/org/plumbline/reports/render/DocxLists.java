package org.plumbline.reports.render;

import java.util.List;
import org.plumbline.reports.render.DocxTable.Surface;

/** Plain tables, exhibits, sources and the facts of the case in a DOCX. */
final class DocxLists {
    private static final String TEXT = "TableText";
    private static final String TEXT_END = "TableTextEnd";

    private final DocxText text;
    private final Wml wml;
    private final Phrases phrases;

    DocxLists(DocxText text, Phrases phrases) {
        this.text = text;
        this.wml = text.wml();
        this.phrases = phrases;
    }

    void facts(List<CaseFacts.Fact> facts) {
        DocxTable table = DocxTable.open(text, "PlainTable", "", List.of(2, 7));
        for (CaseFacts.Fact fact : facts) {
            table.openRow();
            cell(table, 0, Surface.PLAIN, TEXT, "Meta", fact.name());
            table.openCell(1, 1, Surface.PLAIN);
            fact.lines().forEach(line -> text.paragraph(TEXT, line));
            wml.close();
            table.close();
        }
        table.end();
    }

    void plain(Block.TableBlock block) {
        if (!block.caption().isBlank()) {
            text.paragraph("Caption", block.caption());
        }
        DocxTable table = open(block.caption(), block.columns());
        for (List<List<Run>> row : block.rows()) {
            table.openRow();
            for (int i = 0; i < row.size(); i++) {
                String style = block.columns().get(i).align() == Block.Align.END ? TEXT_END : TEXT;
                if (row.get(i).isEmpty()) {
                    cell(table, i, Surface.PLAIN, style, "Unknown", phrases.unknown());
                } else {
                    table.openCell(i, 1, Surface.PLAIN);
                    text.paragraph(style, row.get(i));
                    wml.close();
                }
            }
            table.close();
        }
        none(table, block.columns().size(), block.rows().isEmpty(), "table.none");
        table.end();
    }

    void exhibits(Block.ExhibitList list) {
        DocxTable table = open("", HtmlTables.exhibitColumns(phrases));
        list.exhibits().forEach(exhibit -> exhibit(table, exhibit));
        none(table, 4, list.exhibits().isEmpty(), "exhibits.none");
        table.end();
    }

    void sources(List<Citations.Entry> entries) {
        if (entries.isEmpty()) {
            text.paragraph("Normal", phrases.say("sources.none"));
            return;
        }
        DocxTable table = DocxTable.open(text, "PlainTable", "", List.of(2, 23));
        for (Citations.Entry entry : entries) {
            table.openRow();
            table.openCell(0, 1, Surface.PLAIN);
            text.open(TEXT, "");
            String id = Integer.toString(entry.number());
            wml.leaf("w:bookmarkStart", "w:id", id, "w:name", "source_" + id);
            text.say("Number", "[" + id + "]");
            wml.leaf("w:bookmarkEnd", "w:id", id).close().close();
            table.openCell(1, 1, Surface.PLAIN);
            text.paragraph(TEXT, phrases.source(entry));
            String url = Phrases.url(entry.source());
            if (!url.isBlank()) {
                styled(TEXT, "Hash", url);
            }
            wml.close();
            table.close();
        }
        table.end();
    }

    private DocxTable open(String caption, List<Block.Column> columns) {
        DocxTable table = DocxTable.open(
                text,
                DocxTable.HEADED,
                caption,
                columns.stream().map(Block.Column::weight).toList());
        table.head(columns);
        return table;
    }

    private void exhibit(DocxTable table, Exhibit exhibit) {
        var received = exhibit.received();
        var digest = exhibit.digest();
        table.openRow();
        cell(table, 0, Surface.UPPER, "ExhibitText", "Number", exhibit.number());
        cell(table, 1, Surface.UPPER, "ExhibitText", "", phrases.orUnknown(exhibit.description()));
        cell(table, 2, Surface.UPPER, TEXT_END, "", phrases.size(exhibit.bytes()));
        cell(table, 3, Surface.UPPER, TEXT_END, "", received == null ? phrases.unknown() : phrases.time(received));
        table.close();
        table.openRow();
        cell(table, 0, Surface.LOWER, TEXT, "", "");
        table.openCell(1, 3, Surface.LOWER);
        text.open(TEXT, "");
        text.say("Meta", phrases.say("exhibits.digest") + " ");
        text.say("Hash", digest == null ? phrases.unknown() : Phrases.grouped(digest));
        wml.close().close();
        table.close();
    }

    private void none(DocxTable table, int columns, boolean empty, String key) {
        if (empty) {
            table.openRow();
            table.openCell(0, columns, Surface.PLAIN);
            styled(TEXT, "Unknown", phrases.say(key));
            wml.close();
            table.close();
        }
    }

    private void cell(DocxTable table, int column, Surface surface, String style, String letters, String words) {
        table.openCell(column, 1, surface);
        styled(style, letters, words);
        wml.close();
    }

    private void styled(String style, String letters, String words) {
        text.open(style, words);
        text.say(letters, words);
        wml.close();
    }
}
