package org.plumbline.site.web;

import java.util.List;
import java.util.Optional;

/**
 * The header that every page of a case begins with.
 *
 * @param number the case number
 * @param title the case's title
 * @param href the case's own page
 * @param caveat the handling caveat
 * @param state the state of the case
 * @param facts authority and expiry, lead, supervisor, review, in this order
 * @param tabs the tabs this person may use
 */
public record CaseHead(
        String number,
        String title,
        String href,
        Optional<String> caveat,
        Mark state,
        List<Fact> facts,
        List<Tab> tabs) {
    /**
     * @param label what it is
     * @param value the value as shown
     * @param aside what follows in grey, such as the days left; empty for nothing
     */
    public record Fact(String label, String value, String aside) {}

    public CaseHead {
        facts = List.copyOf(facts);
        tabs = List.copyOf(tabs);
    }
}
