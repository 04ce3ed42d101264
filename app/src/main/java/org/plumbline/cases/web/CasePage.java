package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.JournalEntry;
import org.plumbline.cases.Subject;
import org.plumbline.kernel.MemberId;

/**
 * The overview of a case.
 *
 * @param journal the newest entries
 * @param entries how many entries the journal has
 * @param tasks open tasks, the next due first
 * @param subjects people and parties
 * @param panels what later modules add, fetched by URL
 * @param names names of the people on the page
 */
public record CasePage(
        CaseHeader header,
        List<JournalEntry> journal,
        long entries,
        List<TaskLine> tasks,
        List<Subject> subjects,
        List<CasePanel> panels,
        Map<MemberId, String> names) {
    public CasePage {
        journal = List.copyOf(journal);
        tasks = List.copyOf(tasks);
        subjects = List.copyOf(subjects);
        panels = List.copyOf(panels);
        names = Map.copyOf(names);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** Subjects shown here; the rest stands on the page of subjects. */
    public List<Subject> firstSubjects() {
        return subjects.stream().limit(6).toList();
    }
}
