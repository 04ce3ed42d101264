package org.plumbline.search.web;

import java.time.Instant;
import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.site.Form;

/**
 * The kept searches of a case.
 *
 * @param form for another one, empty or as it was sent
 * @param hidden what the form carries besides its fields
 * @param tokens what the search in the form is narrowed by, in words
 */
public record SavedSearchPage(
        CaseHeader header, List<Line> lines, Form form, List<SearchPage.Hidden> hidden, List<SearchPage.Token> tokens) {
    public SavedSearchPage {
        lines = List.copyOf(lines);
        hidden = List.copyOf(hidden);
        tokens = List.copyOf(tokens);
    }

    /**
     * One of them.
     *
     * @param href the search itself
     * @param narrowed what it is narrowed by, in words
     */
    public record Line(
            String id, String name, String href, String query, List<String> narrowed, String by, Instant at) {
        public Line {
            narrowed = List.copyOf(narrowed);
        }
    }

    public String href() {
        return header.href() + "/saved-searches";
    }
}
