package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.SourceRecord;

/**
 * One source and what rests on it.
 *
 * @param next the address of the next page, empty on the last
 */
public record SourcePage(CaseHeader header, SourceRecord source, List<Row> rows, String next) {
    /** @param about the entity the statement is about */
    public record Row(NamedEntity about, Line line) {}

    public SourcePage {
        rows = List.copyOf(rows);
    }
}
