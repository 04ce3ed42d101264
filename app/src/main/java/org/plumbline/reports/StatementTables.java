package org.plumbline.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.reports.render.Block;
import org.plumbline.reports.render.Cell;
import org.plumbline.reports.render.Statement;
import org.plumbline.site.Texts;

/** Tables of statements: a column stands only where some statement needs it. */
final class StatementTables {
    private final Texts texts;

    StatementTables(Texts texts) {
        this.texts = texts;
    }

    Block.StatementTable of(ReportContent.Group group) {
        List<Quote> quotes = once(group.quotes());
        boolean named = quotes.stream().anyMatch(q -> !q.name().equals(group.heading()));
        boolean dated = quotes.stream().anyMatch(q -> !q.period().isEmpty());
        var columns = new ArrayList<Block.Column>();
        if (named) {
            columns.add(column("reports.col.about", 6));
        }
        columns.add(column("reports.col.property", 5));
        columns.add(column("reports.col.value", 8));
        if (dated) {
            columns.add(column("reports.col.period", 5));
        }
        return new Block.StatementTable(
                "", columns, quotes.stream().map(q -> row(q, named, dated)).toList());
    }

    private Block.Column column(String key, int weight) {
        return new Block.Column(texts.say(key), Block.Align.START, weight);
    }

    /** The sides of a contradiction stand in one row, even when several of them were chosen. */
    private static List<Quote> once(List<Quote> quotes) {
        Set<List<Object>> seen = new HashSet<>();
        return quotes.stream()
                .filter(q -> !q.conflicting() || seen.add(List.of(q.about(), q.property(), q.values())))
                .toList();
    }

    private Statement row(Quote quote, boolean named, boolean dated) {
        var cells = new ArrayList<Cell>();
        if (named) {
            cells.add(Cell.of(quote.name()));
        }
        cells.add(Cell.of(quote.property()));
        cells.add(value(quote));
        if (dated) {
            cells.add(quote.period().isEmpty() ? new Cell.Unknown() : Cell.of(quote.period()));
        }
        return quote.assessed()
                .<Statement>map(grade ->
                        new Statement.Assessment(cells, grade, author(quote), quote.day(), List.of(quote.source())))
                .orElseGet(() -> new Statement.Fact(cells, List.of(quote.source())));
    }

    private Cell value(Quote quote) {
        return quote.retracted()
                .<Cell>map(at -> new Cell.Known(Cell.values(quote.value()).stream()
                        .map(v -> new Cell.Value(
                                v.text(), texts.say("reports.retracted.on", "day", texts.date(at)), v.sources()))
                        .toList()))
                .orElse(quote.value());
    }

    private String author(Quote quote) {
        return quote.author().isEmpty() ? texts.unknown() : quote.author();
    }
}
