package org.plumbline.documents.web;

import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.PastReading;
import org.plumbline.documents.Readings;

/** Each time that the file of a document was read. */
public record ReadingsPage(CaseHeader header, Readings.History history) {
    public String document() {
        return header.href() + "/documents/" + history.document().id();
    }

    public String reference() {
        return history.document().item().reference();
    }

    /** Whether the text shown now is the one that this reading gave. */
    public boolean isNow(PastReading reading) {
        return history.times().stream()
                .filter(each -> each.text().isPresent())
                .findFirst()
                .filter(reading::equals)
                .isPresent();
    }
}
