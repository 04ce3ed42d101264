package org.plumbline.reports.render;

import java.util.Collections;
import java.util.List;
import org.plumbline.reports.render.DocxTable.Surface;

/** Facts, assessments and conflicts of a DOCX: three kinds that never look alike. */
final class DocxStatements {
    private static final int SIDES = 3;

    private final DocxText text;
    private final Wml wml;
    private final Phrases phrases;

    DocxStatements(DocxText text, Phrases phrases) {
        this.text = text;
        this.wml = text.wml();
        this.phrases = phrases;
    }

    void table(Block.StatementTable block) {
        List<Block.Column> columns = HtmlStatements.columns(block, phrases);
        if (!block.caption().isBlank()) {
            text.paragraph("Caption", block.caption());
        }
        DocxTable table = DocxTable.open(
                text,
                DocxTable.HEADED,
                block.caption(),
                columns.stream().map(Block.Column::weight).toList());
        table.head(columns);
        block.statements().forEach(statement -> statement(table, block, statement));
        if (block.statements().isEmpty()) {
            table.openRow();
            table.openCell(0, columns.size(), Surface.PLAIN);
            text.paragraph("TableText", phrases.say("statements.none"));
            wml.close();
            table.close();
        }
        table.end();
    }

    void conclusion(Block.Conclusion conclusion) {
        text.open("AssessmentHead", "");
        kind(conclusion.grade());
        text.say(" ");
        text.say("Meta", phrases.gradeMeaning(conclusion.grade()));
        wml.close();
        text.paragraph("Assessment", conclusion.runs());
        text.open("AssessmentFoot", "");
        text.say("Meta", phrases.by(conclusion.author(), conclusion.date()));
        if (!conclusion.restsOn().isEmpty()) {
            text.say("Meta", " " + phrases.say("restsOn") + " ");
            text.cites(conclusion.restsOn());
        }
        wml.close();
    }

    private void statement(DocxTable table, Block.StatementTable block, Statement statement) {
        Surface surface = switch (statement) {
            case Statement.Fact fact -> Surface.PLAIN;
            case Statement.Assessment assessment -> Surface.ASSESSMENT;
        };
        int columns = block.columns().size();
        table.openRow();
        for (int i = 0; i < columns; i++) {
            table.openCell(i, 1, surface);
            cell(statement.cells().get(i), block.columns().get(i));
            wml.close();
        }
        switch (statement) {
            case Statement.Fact fact -> last(table, columns, surface, fact.sources(), this::factKind);
            case Statement.Assessment assessment ->
                last(table, columns, surface, assessment.restsOn(), () -> assessmentKind(assessment));
        }
        table.close();
        conflicts(table, block, statement);
    }

    private void last(DocxTable table, int columns, Surface surface, List<Source> sources, Runnable kind) {
        table.openCell(columns, 1, surface);
        text.open("TableText", "");
        text.cites(sources);
        wml.close();
        wml.close();
        table.openCell(columns + 1, 1, surface);
        kind.run();
        wml.close();
    }

    private void factKind() {
        text.open("TableText", "");
        text.say("Meta", phrases.say("mark.fact") + "\u00a0" + phrases.say("fact"));
        wml.close();
    }

    private void assessmentKind(Statement.Assessment assessment) {
        text.open("TableText", "");
        kind(assessment.grade());
        wml.close();
        text.open("TableText", "");
        text.say("Meta", phrases.by(assessment.author(), assessment.date()));
        wml.close();
    }

    private void kind(Grade grade) {
        text.say("Assessed", phrases.say("mark.assessment") + "\u00a0" + phrases.say("assessment"));
        text.say(" ");
        text.say("Grade", grade.label());
    }

    private void cell(Cell cell, Block.Column column) {
        String style = column.align() == Block.Align.END ? "TableTextEnd" : "TableText";
        switch (cell) {
            case Cell.Unknown unknown -> styled(style, "Unknown", phrases.unknown());
            case Cell.Blank blank -> text.paragraph(style, "");
            case Cell.Known known -> known.values().forEach(value -> value(style, "", value));
            case Cell.Conflict conflict ->
                styled(style, "Differ", phrases.say("mark.conflict") + "\u00a0" + phrases.say("conflict.here"));
        }
    }

    private void conflicts(DocxTable table, Block.StatementTable block, Statement statement) {
        for (int i = 0; i < statement.cells().size(); i++) {
            if (statement.cells().get(i) instanceof Cell.Conflict conflict) {
                String head = phrases.say("mark.conflict") + "\u00a0"
                        + phrases.conflict(block.columns().get(i));
                table.openRow();
                table.openCell(0, block.columns().size() + 2, Surface.CONFLICT_HEAD);
                styled("TableText", "Differ", head);
                wml.close();
                table.close();
                table.openRow();
                table.openCell(0, block.columns().size() + 2, Surface.PLAIN);
                sides(head, conflict.values());
                wml.close();
                table.close();
            }
        }
    }

    private void sides(String head, List<Cell.Value> values) {
        int places = Math.min(SIDES, values.size());
        DocxTable sides = DocxTable.open(text, "SidesTable", head, Collections.nCopies(places, 1));
        for (int from = 0; from < values.size(); from += places) {
            sides.openRow();
            for (int i = 0; i < places; i++) {
                sides.openCell(i, 1, Surface.PLAIN);
                if (from + i < values.size()) {
                    value("TableText", "Strong", values.get(from + i));
                } else {
                    text.paragraph("TableText", "");
                }
                wml.close();
            }
            sides.close();
        }
        sides.end();
    }

    private void value(String style, String letters, Cell.Value value) {
        text.open(style, value.text());
        text.say(letters, value.text());
        if (!value.qualifier().isBlank()) {
            text.say("Meta", " " + value.qualifier());
        }
        if (!value.sources().isEmpty()) {
            text.say(" ");
            text.cites(value.sources());
        }
        wml.close();
    }

    private void styled(String style, String letters, String words) {
        text.open(style, words);
        text.say(letters, words);
        wml.close();
    }
}
