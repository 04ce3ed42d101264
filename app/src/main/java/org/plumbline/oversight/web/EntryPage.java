package org.plumbline.oversight.web;

import org.plumbline.cases.web.SealPart;
import org.plumbline.cases.web.TrailLine;
import org.plumbline.site.Form;

/**
 * One entry with all its facts; records by kind and identifier, no titles.
 *
 * @param form of asking for the erasure of its body
 */
public record EntryPage(TrailLine line, SealPart sealed, Form form) {
    /** Where an erasure is asked for. */
    public String erasure() {
        return "/oversight/entries/" + line.entry().id() + "/erasure";
    }
}
