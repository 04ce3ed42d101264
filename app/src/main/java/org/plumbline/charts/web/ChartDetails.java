package org.plumbline.charts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.charts.web.ChartPage.Role;

/**
 * What the pane beside the chart says of one entity or link: its statements with their sources, facts and assessments
 * apart, values that disagree side by side.
 *
 * @param note the word for the schema, or the two ends of a link
 */
public record ChartDetails(
        String heading,
        String address,
        String note,
        @Nullable Role role,
        ChartWords words,
        List<Statement> statements) {

    public ChartDetails {
        statements = List.copyOf(statements);
    }

    /** The text of a key of the chart's bundle. */
    public String word(String key) {
        return words.of(key);
    }

    /** Statements of one kind, in their order. */
    public List<Statement> of(ChartPage.Knowledge knowledge) {
        return statements.stream().filter(one -> one.knowledge() == knowledge).toList();
    }

    /**
     * One statement.
     *
     * @param grade source and information grade as "C 3", on assessments only
     * @param by who recorded it and when, as text
     */
    public record Statement(
            String property,
            String value,
            ChartPage.Knowledge knowledge,
            @Nullable String grade,
            String by,
            List<ChartPage.Source> sources) {
        public Statement {
            sources = List.copyOf(sources);
        }
    }
}
