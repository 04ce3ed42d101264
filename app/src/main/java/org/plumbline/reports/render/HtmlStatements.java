package org.plumbline.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Facts, assessments and conflicts of the page tree: three kinds that never look alike. */
final class HtmlStatements {
    private static final int SIDES = 3;

    private final Markup markup;
    private final HtmlRuns runs;
    private final HtmlTables tables;
    private final Phrases phrases;

    HtmlStatements(Markup markup, HtmlRuns runs, HtmlTables tables, Phrases phrases) {
        this.markup = markup;
        this.runs = runs;
        this.tables = tables;
        this.phrases = phrases;
    }

    void table(Element parent, Block.StatementTable block) {
        List<Block.Column> columns = columns(block, phrases);
        Element table = tables.open(parent, "statements", block.caption(), columns);
        if (block.statements().isEmpty()) {
            Element line = markup.add(markup.add(table, "tbody"), "tr");
            markup.say(line, "td", "unknown", phrases.say("statements.none"))
                    .setAttribute("colspan", Integer.toString(columns.size()));
        }
        for (Statement statement : block.statements()) {
            switch (statement) {
                case Statement.Fact fact -> fact(markup.add(table, "tbody", "fact"), block, fact);
                case Statement.Assessment assessment ->
                    assessment(markup.add(table, "tbody", "assessment"), block, assessment);
            }
        }
    }

    /** The caller's columns, then sources and kind, which take about a third of the width. */
    static List<Block.Column> columns(Block.StatementTable block, Phrases phrases) {
        int sum = block.columns().stream().mapToInt(Block.Column::weight).sum();
        List<Block.Column> columns = new ArrayList<>(block.columns());
        columns.add(new Block.Column(
                phrases.say("statements.sources"), Block.Align.START, Math.clamp(Math.round(sum * 0.15f), 1, 20)));
        columns.add(new Block.Column(
                phrases.say("statements.kind"), Block.Align.START, Math.clamp(Math.round(sum * 0.28f), 1, 20)));
        return columns;
    }

    void conclusion(Element parent, Block.Conclusion conclusion) {
        Element box = markup.add(parent, "div", "conclusion");
        Element head = markup.add(box, "p", "conclusion-head");
        markup.say(head, "span", "assessed", phrases.say("mark.assessment") + "\u00a0" + phrases.say("assessment"));
        markup.text(head, " ");
        markup.say(head, "span", "grade", conclusion.grade().label());
        markup.text(head, " ");
        markup.say(head, "span", "meta", phrases.gradeMeaning(conclusion.grade()));
        runs.runs(markup.add(box, "p", "body"), conclusion.runs());
        Element foot = markup.add(box, "p", "meta");
        markup.text(foot, phrases.by(conclusion.author(), conclusion.date()));
        if (!conclusion.restsOn().isEmpty()) {
            markup.text(foot, " " + phrases.say("restsOn") + " ");
            runs.cites(foot, conclusion.restsOn());
        }
    }

    private void fact(Element body, Block.StatementTable block, Statement.Fact fact) {
        Element line = markup.add(body, "tr");
        cells(line, block, fact);
        runs.cites(markup.add(line, "td", "start"), fact.sources());
        markup.say(line, "td", "kind", phrases.say("mark.fact") + "\u00a0" + phrases.say("fact"));
        conflicts(body, block, fact);
    }

    private void assessment(Element body, Block.StatementTable block, Statement.Assessment assessment) {
        Element line = markup.add(body, "tr");
        cells(line, block, assessment);
        runs.cites(markup.add(line, "td", "start"), assessment.restsOn());
        Element kind = markup.add(line, "td", "kind");
        markup.say(kind, "div", "assessed", phrases.say("mark.assessment") + "\u00a0" + phrases.say("assessment"));
        Element graded = markup.add(kind, "div");
        markup.say(graded, "span", "grade", assessment.grade().label());
        markup.say(kind, "div", "meta", phrases.by(assessment.author(), assessment.date()));
        conflicts(body, block, assessment);
    }

    private void cells(Element line, Block.StatementTable block, Statement statement) {
        for (int i = 0; i < statement.cells().size(); i++) {
            Element cell =
                    markup.add(line, "td", HtmlTables.edge(block.columns().get(i)));
            switch (statement.cells().get(i)) {
                case Cell.Unknown unknown -> markup.say(cell, "span", "unknown", phrases.unknown());
                case Cell.Blank blank -> {}
                case Cell.Known known -> known.values().forEach(value -> value(cell, value));
                case Cell.Conflict conflict -> markup.say(cell, "span", "differ", differ());
            }
        }
    }

    private String differ() {
        return phrases.say("mark.conflict") + "\u00a0" + phrases.say("conflict.here");
    }

    // The values leave their narrow column and stand beside each other in one row of equal places.
    private void conflicts(Element body, Block.StatementTable block, Statement statement) {
        for (int i = 0; i < statement.cells().size(); i++) {
            if (statement.cells().get(i) instanceof Cell.Conflict conflict) {
                Element cell = markup.add(markup.add(body, "tr", "conflict"), "td", "conflict");
                cell.setAttribute("colspan", Integer.toString(block.columns().size() + 2));
                markup.say(
                        cell,
                        "p",
                        "conflict-head",
                        phrases.say("mark.conflict") + "\u00a0"
                                + phrases.conflict(block.columns().get(i)));
                sides(cell, conflict.values());
            }
        }
    }

    private void sides(Element parent, List<Cell.Value> values) {
        Element body = markup.add(markup.add(parent, "table", "sides"), "tbody");
        int places = Math.min(SIDES, values.size());
        for (int from = 0; from < values.size(); from += places) {
            Element line = markup.add(body, "tr");
            for (int i = from; i < from + places; i++) {
                Element side = markup.add(line, "td", "side");
                if (i < values.size()) {
                    value(side, values.get(i));
                }
            }
        }
    }

    private void value(Element parent, Cell.Value value) {
        Element box = markup.add(parent, "div", "value");
        markup.direct(box, value.text());
        markup.text(box, value.text());
        if (!value.qualifier().isBlank()) {
            markup.text(box, " ");
            markup.say(box, "span", "qualifier", value.qualifier());
        }
        if (!value.sources().isEmpty()) {
            markup.text(box, " ");
            runs.cites(box, value.sources());
        }
    }
}
