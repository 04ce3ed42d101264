package org.plumbline.cases.web;

import java.util.Optional;
import org.plumbline.cases.Task;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * A task as a list shows it.
 *
 * @param caseNumber number of its case
 * @param from who gave it
 * @param to whose task it is
 * @param daysLeft until it is due; negative when it is overdue
 * @param mine whether it is the reader's own
 * @param dayOff what is to be known of the day it is due; absent for a working day, and once it is completed
 */
public record TaskLine(
        Task task,
        String caseNumber,
        String from,
        String to,
        long daysLeft,
        boolean mine,
        Optional<DueOnDayOff> dayOff) {
    /** Where it is read and completed. */
    public String href() {
        return "/cases/" + task.stamp().caseId().orElseThrow() + "/tasks/" + task.id();
    }

    /** When it is due, marked by how much that presses. */
    public Mark due(Texts texts) {
        String day = texts.date(task.due());
        if (task.completed()) {
            return new Mark(Mark.Kind.OFF, "calendar-event", day);
        }
        if (daysLeft < 0) {
            return Mark.bad(texts.say("cases.task.overdue", "day", day, "count", -daysLeft));
        }
        return daysLeft == 0
                ? new Mark(Mark.Kind.WARN, "clock", texts.say("cases.task.today"))
                : new Mark(Mark.Kind.OFF, "calendar-event", day);
    }

    public Mark state(Texts texts) {
        return task.completed()
                ? Mark.ok(texts.say("cases.task.completed"))
                : Mark.waiting(texts.say("cases.task.open"));
    }
}
