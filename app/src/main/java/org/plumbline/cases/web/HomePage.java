package org.plumbline.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.cases.CaseFile;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Figure;
import org.plumbline.site.web.Mark;

/**
 * Where a person begins.
 *
 * @param today the day in the office's zone
 * @param tasks own open tasks by due day
 * @param notices what is new where the person asked to be told
 * @param cases the newest cases the person may see
 * @param deadlines authorities that end soon, the next one first
 * @param recent what was done lately in those cases
 */
public record HomePage(
        Acting acting,
        LocalDate today,
        List<TaskLine> tasks,
        List<HomeNotices.Notice> notices,
        List<CaseFile> cases,
        List<Deadline> deadlines,
        List<TrailLine> recent) {
    /** @param daysLeft until the authority ends; negative once it has */
    public record Deadline(CaseFile file, long daysLeft) {}

    public HomePage {
        tasks = List.copyOf(tasks);
        notices = List.copyOf(notices);
        cases = List.copyOf(cases);
        deadlines = List.copyOf(deadlines);
        recent = List.copyOf(recent);
    }

    public boolean worksOnCases() {
        return worksOnCases(acting);
    }

    /** Whether this person's roles have content of cases at all. */
    static boolean worksOnCases(Acting acting) {
        return acting.roles().stream().anyMatch(role -> role != Role.OVERSEER && role != Role.ADMINISTRATOR);
    }

    public boolean mayOpen() {
        return acting.is(Role.INVESTIGATOR) || acting.is(Role.SUPERVISOR);
    }

    public boolean oversees() {
        return acting.is(Role.OVERSEER);
    }

    public boolean administers() {
        return acting.is(Role.ADMINISTRATOR);
    }

    /**
     * Whether they hold no role: a new member whose role a second person has yet to confirm, or one who lost the last.
     */
    public boolean hasNoRole() {
        return acting.roles().isEmpty();
    }

    /** The case to go on in: the one whose purpose is in force, else the newest. */
    public Optional<CaseFile> current() {
        return acting.purpose()
                .flatMap(p ->
                        cases.stream().filter(c -> c.id().equals(p.caseId())).findFirst())
                .or(() -> cases.stream().findFirst());
    }

    /** How much waits, in figures. */
    public List<Figure> figures(Texts texts) {
        long overdue = tasks.stream().filter(t -> t.daysLeft() < 0).count();
        long due = tasks.stream().filter(t -> t.daysLeft() == 0).count();
        long later = tasks.size() - overdue - due;
        long open = cases.stream().filter(CaseFile::open).count();
        return List.of(
                figure(texts, "overdue", overdue, "#tasks", overdue > 0 ? Optional.of(late(texts)) : Optional.empty()),
                figure(texts, "today", due, "#tasks", Optional.empty()),
                figure(texts, "later", later, "#tasks", Optional.empty()),
                figure(texts, "cases", open, "/cases", Optional.empty()));
    }

    private static Mark late(Texts texts) {
        return Mark.bad(texts.say("home.figure.late"));
    }

    private static Figure figure(Texts texts, String key, long value, String href, Optional<Mark> mark) {
        return new Figure(texts.number(value), texts.say("home.figure." + key, "count", value), href, mark);
    }
}
