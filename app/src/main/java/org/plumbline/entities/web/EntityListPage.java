package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.EntityFilter;
import org.plumbline.site.web.Option;

/**
 * The entities of a case.
 *
 * @param kinds kinds that the case has, with how many
 * @param total how many entities there are under the chosen kind, links left out where none is chosen
 * @param first the address of the first page, empty on it
 * @param next the address of the next page, empty on the last
 */
public record EntityListPage(
        CaseHeader header,
        EntityFilter filter,
        List<Option> kinds,
        List<Row> rows,
        long total,
        String first,
        String next) {
    /**
     * @param since when it came into the case, in words
     * @param register whether it came from a collection
     */
    public record Row(NamedEntity entity, String since, boolean register) {}

    public EntityListPage {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }
}
