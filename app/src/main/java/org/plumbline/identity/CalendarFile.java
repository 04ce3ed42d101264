package org.plumbline.identity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.kernel.WorkingDays;

/**
 * On which days an organisation works.
 *
 * @param version counts the changes of the week; 0 before the first, when Monday to Friday hold
 * @param daysOff by day
 * @param weeks what was said of the week, latest first
 */
public record CalendarFile(Set<DayOfWeek> week, int version, List<DayOff> daysOff, List<Week> weeks) {
    public CalendarFile {
        week = Set.copyOf(week);
        daysOff = List.copyOf(daysOff);
        weeks = List.copyOf(weeks);
    }

    /** The weekdays of work from then on. */
    public record Week(int version, Set<DayOfWeek> days, Step said) {
        public Week {
            days = Set.copyOf(days);
        }
    }

    /** For counting. */
    public WorkingDays workingDays() {
        return new WorkingDays(week, daysOff.stream().map(DayOff::day).collect(Collectors.toSet()));
    }

    /** The day off that falls on this day. */
    public Optional<DayOff> off(LocalDate day) {
        return daysOff.stream().filter(off -> off.day().equals(day)).findFirst();
    }
}
