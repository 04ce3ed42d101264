package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.JournalEntry;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * Entries of a case's journal: many on the journal's page, one on its own.
 *
 * @param first address of the first page, empty on it
 * @param next address of the next page, empty for none
 */
public record JournalPage(
        CaseHeader header, List<JournalEntry> entries, Map<MemberId, String> names, String first, String next) {
    public JournalPage {
        entries = List.copyOf(entries);
        names = Map.copyOf(names);
    }

    public String name(JournalEntry entry) {
        return names.getOrDefault(entry.stamp().recordedBy(), "");
    }

    public String href(JournalEntry entry) {
        return header.href() + "/journal/" + entry.id();
    }

    public boolean isDraft(JournalEntry entry) {
        return entry.signedOffAt().isEmpty();
    }

    /** Whether the reader may still change it: a draft of one's own. */
    public boolean mayChange(JournalEntry entry) {
        return header.mayWrite()
                && isDraft(entry)
                && entry.stamp().recordedBy().equals(Acting.require().member());
    }

    public boolean mayCorrect(JournalEntry entry) {
        return header.mayWrite() && !isDraft(entry);
    }

    public Mark state(JournalEntry entry, Texts texts) {
        return entry.signedOffAt()
                .map(at -> Mark.ok(texts.say("cases.journal.signed-off", "at", at)))
                .orElseGet(() -> Mark.waiting(texts.say("cases.journal.draft")));
    }
}
