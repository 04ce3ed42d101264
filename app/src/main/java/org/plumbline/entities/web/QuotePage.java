package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * A stretch of a document's text, and the choice of what a statement from it is about.
 *
 * @param at where it begins in the text, in UTF-16 units
 * @param quote what stands there; empty for the document as a whole
 * @param passages what may be chosen from that place on
 * @param length of the whole text, in UTF-16 units
 * @param form what was chosen, after a refusal
 */
public record QuotePage(
        CaseHeader header,
        Document document,
        int at,
        String quote,
        List<Option> subjects,
        Passages passages,
        int length,
        Form form) {
    public QuotePage {
        subjects = List.copyOf(subjects);
    }

    public String href() {
        return header.href() + "/documents/" + document.id() + "/statement";
    }

    /** The choice of a passage from what follows in the text; empty where nothing does. */
    public String further() {
        return passages.next() < length ? href() + "?at=" + passages.next() : "";
    }

    /** The document's page at the stretch. */
    public String place() {
        return header.href() + "/documents/" + document.id() + "?at=" + at;
    }
}
