package org.plumbline.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.reports.render.Cell;
import org.plumbline.reports.render.Grade;
import org.plumbline.reports.render.Source;

/**
 * A statement in the words of a report.
 *
 * @param about the entity
 * @param name what names the entity
 * @param kind the entity's kind in words
 * @param property what is stated, in words
 * @param value the value, or the values that contradict each other
 * @param period for which time it is said, in words; empty when no source says so
 * @param assessed how far it is trusted, where it is an assessment
 * @param author who recorded it
 * @param day when it was recorded, in the zone of the case
 * @param source where it is stated
 * @param traceable whether the source says where it can be found again
 * @param retracted when it was retracted, where it was
 */
public record Quote(
        UUID id,
        UUID about,
        String name,
        String kind,
        String property,
        Cell value,
        String period,
        Optional<Grade> assessed,
        String author,
        LocalDate day,
        Source source,
        boolean traceable,
        Optional<Instant> retracted) {

    /** The values in words, each once. */
    public List<String> values() {
        return Cell.values(value).stream().map(Cell.Value::text).distinct().toList();
    }

    /** Whether sources contradict each other on it. */
    public boolean conflicting() {
        return value instanceof Cell.Conflict;
    }

    /** What limits the value, such as "at least". */
    public String qualifier() {
        return Cell.values(value).stream()
                .map(Cell.Value::qualifier)
                .filter(q -> !q.isEmpty() && !conflicting())
                .findFirst()
                .orElse("");
    }
}
