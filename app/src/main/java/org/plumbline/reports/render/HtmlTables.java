package org.plumbline.reports.render;

import java.util.List;
import org.w3c.dom.Element;

/** Plain tables, exhibits and sources of the page tree. */
final class HtmlTables {
    private static final String START = "start";

    private final Markup markup;
    private final HtmlRuns runs;
    private final Phrases phrases;

    HtmlTables(Markup markup, HtmlRuns runs, Phrases phrases) {
        this.markup = markup;
        this.runs = runs;
        this.phrases = phrases;
    }

    /** A table with a head that repeats on each page; widths are shares of the columns' sum. */
    Element open(Element parent, String kind, String caption, List<Block.Column> columns) {
        if (!caption.isBlank()) {
            markup.say(parent, "p", "caption", caption);
        }
        Element table = markup.add(parent, "table", kind);
        Element group = markup.add(table, "colgroup");
        int sum = columns.stream().mapToInt(Block.Column::weight).sum();
        for (Block.Column column : columns) {
            markup.add(group, "col").setAttribute("style", "width: " + 100.0 * column.weight() / sum + "%");
        }
        Element head = markup.add(markup.add(table, "thead"), "tr");
        columns.forEach(column -> markup.say(head, "th", edge(column), column.heading()));
        return table;
    }

    static String edge(Block.Column column) {
        return switch (column.align()) {
            case START -> START;
            case END -> "end";
        };
    }

    void plain(Element parent, Block.TableBlock block) {
        Element table = open(parent, "plain", block.caption(), block.columns());
        Element body = markup.add(table, "tbody");
        for (List<List<Run>> row : block.rows()) {
            Element line = markup.add(body, "tr");
            for (int i = 0; i < row.size(); i++) {
                Element cell = markup.add(line, "td", edge(block.columns().get(i)));
                if (row.get(i).isEmpty()) {
                    markup.say(cell, "span", "unknown", phrases.unknown());
                }
                runs.runs(cell, row.get(i));
            }
        }
        none(body, block.columns().size(), block.rows().isEmpty(), "table.none");
    }

    void exhibits(Element parent, Block.ExhibitList list) {
        Element table = open(parent, "exhibits", "", exhibitColumns(phrases));
        list.exhibits().forEach(exhibit -> exhibit(markup.add(table, "tbody", "exhibit"), exhibit));
        if (list.exhibits().isEmpty()) {
            none(markup.add(table, "tbody"), 4, true, "exhibits.none");
        }
    }

    static List<Block.Column> exhibitColumns(Phrases phrases) {
        return List.of(
                new Block.Column(phrases.say("exhibits.number"), Block.Align.START, 6),
                new Block.Column(phrases.say("exhibits.description"), Block.Align.START, 14),
                new Block.Column(phrases.say("exhibits.size"), Block.Align.END, 7),
                new Block.Column(phrases.say("exhibits.received"), Block.Align.END, 13));
    }

    void sources(Element parent, List<Citations.Entry> entries) {
        if (entries.isEmpty()) {
            markup.say(parent, "p", "unknown", phrases.say("sources.none"));
            return;
        }
        Element table = markup.add(parent, "table", "sources");
        Element group = markup.add(table, "colgroup");
        markup.add(group, "col").setAttribute("style", "width: 8%");
        markup.add(group, "col").setAttribute("style", "width: 92%");
        Element body = markup.add(table, "tbody");
        for (Citations.Entry entry : entries) {
            Element line = markup.add(body, "tr");
            line.setAttribute("id", "source-" + entry.number());
            markup.say(line, "td", "number", "[" + entry.number() + "]");
            Element cell = markup.say(line, "td", START, phrases.source(entry));
            String url = Phrases.url(entry.source());
            if (!url.isBlank()) {
                markup.say(cell, "div", "url", url);
            }
        }
    }

    // The digest has a line of its own: 71 characters of monospace fit no column beside others.
    private void exhibit(Element body, Exhibit exhibit) {
        var received = exhibit.received();
        var digest = exhibit.digest();
        Element line = markup.add(body, "tr");
        markup.say(line, "td", "number", exhibit.number());
        markup.say(line, "td", START, phrases.orUnknown(exhibit.description()));
        markup.say(line, "td", "end", phrases.size(exhibit.bytes()));
        markup.say(line, "td", "end", received == null ? phrases.unknown() : phrases.time(received));
        Element second = markup.add(body, "tr", "digest");
        markup.add(second, "td");
        Element cell = markup.add(second, "td");
        cell.setAttribute("colspan", "3");
        markup.say(cell, "span", "label", phrases.say("exhibits.digest"));
        markup.text(cell, " ");
        markup.say(cell, "span", "hash", digest == null ? phrases.unknown() : Phrases.grouped(digest));
    }

    private void none(Element body, int columns, boolean empty, String key) {
        if (empty) {
            Element cell = markup.say(markup.add(body, "tr"), "td", "unknown", phrases.say(key));
            cell.setAttribute("colspan", Integer.toString(columns));
        }
    }
}
