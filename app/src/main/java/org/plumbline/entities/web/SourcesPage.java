package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.SourceRecord;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The sources of a case.
 *
 * @param first the address of the first page, empty on it
 * @param next the address of the next page, empty on the last
 */
public record SourcesPage(
        CaseHeader header, List<SourceRecord> sources, List<Option> kinds, String first, String next, Form form) {
    public SourcesPage {
        sources = List.copyOf(sources);
        kinds = List.copyOf(kinds);
    }
}
