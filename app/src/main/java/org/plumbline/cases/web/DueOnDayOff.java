package org.plumbline.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.identity.CalendarFile;
import org.plumbline.identity.DayOff;
import org.plumbline.identity.OfficeDays;
import org.plumbline.site.Texts;

/**
 * That something is due on a day on which the office does not work. It may be: whoever reads it is told.
 *
 * @param name what the day off is called; empty for a weekday without work
 * @param next the working day after it
 */
public record DueOnDayOff(LocalDate day, String name, LocalDate next) {
    /** Absent for a working day. */
    static Optional<DueOnDayOff> of(CalendarFile calendar, LocalDate day) {
        var working = calendar.workingDays();
        return working.includes(day)
                ? Optional.empty()
                : Optional.of(
                        new DueOnDayOff(day, calendar.off(day).map(DayOff::name).orElse(""), working.next(day)));
    }

    /** The same of a day as typed; absent for what is no day. */
    static Optional<DueOnDayOff> of(OfficeDays office, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return of(office.own(), LocalDate.parse(typed.strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    public String text(Texts texts) {
        return name.isEmpty()
                ? texts.say("cases.task.weekend", "day", day, "next", next)
                : texts.say("cases.task.day-off", "day", day, "name", name, "next", next);
    }
}
