package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.cases.Subject;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/** The subjects of a case, with the form that enters one; on a subject's own page, with the form that validates it. */
public record SubjectsPage(CaseHeader header, List<Subject> subjects, Form form) {
    public SubjectsPage {
        subjects = List.copyOf(subjects);
    }

    public String href(Subject subject) {
        return header.href() + "/subjects/" + subject.id();
    }

    /** When the entry must be validated again; an overdue one is marked. */
    public Mark review(Subject subject, Texts texts) {
        String day = texts.date(subject.reviewDue());
        return subject.reviewDue().isBefore(header.today())
                ? Mark.bad(texts.say("cases.subject.overdue", "day", day))
                : new Mark(Mark.Kind.OFF, "calendar-event", day);
    }
}
