package org.plumbline.engine.model.statement;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.engine.model.Rule;

/**
 * One value of one property with every statement that gives it.
 *
 * @param value in normal form
 * @param statements at least one, earliest recorded first
 * @param rule what the vocabulary policy says of it
 */
public record StatedValue(String value, List<Statement> statements, Rule rule) {
    static final Comparator<Statement> EARLIEST =
            Comparator.comparing((Statement each) -> each.recording().at()).thenComparing(Statement::id);

    public StatedValue {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a value needs a statement that gives it");
        }
        statements = statements.stream().sorted(EARLIEST).toList();
    }

    /** The distinct sources, in the order in which they were recorded. */
    public List<Source> sources() {
        return statements.stream().map(Statement::source).distinct().toList();
    }

    /** The sources' reservations in their own words, such as "approximate"; none when none makes any. */
    public List<String> qualifiers() {
        return filled(statements.stream().map(each -> each.claim().qualifier()));
    }

    /** How the sources write it, distinct. */
    public List<String> originals() {
        return filled(statements.stream().map(each -> each.claim().original()));
    }

    Instant firstRecorded() {
        return statements.getFirst().recording().at();
    }

    private static List<String> filled(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).distinct().toList();
    }
}
