package org.plumbline.cases.web;

import java.util.Optional;
import org.plumbline.cases.JournalEntry;
import org.plumbline.site.Form;

/**
 * Writing an entry.
 *
 * @param draft the draft that is changed; absent for a new one
 * @param corrects the signed-off entry that a new one corrects
 */
public record JournalFormPage(
        CaseHeader header, Form form, Optional<JournalEntry> draft, Optional<JournalEntry> corrects) {
    /** Where the form goes. */
    public String action() {
        return header.href() + "/journal" + draft.map(d -> "/" + d.id()).orElse("");
    }
}
