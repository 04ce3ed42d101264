package org.plumbline.custody.web;

import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;

/**
 * One exhibit.
 *
 * @param by who received it
 */
public record ExhibitPage(CaseHeader header, Exhibit exhibit, String by) {
    public String kind() {
        return ExhibitsPage.kind(exhibit);
    }

    public String href() {
        return header.href() + "/exhibits/" + exhibit.id();
    }

    public boolean empty() {
        return exhibit.content().filter(c -> c.bytes() == 0).isPresent();
    }
}
