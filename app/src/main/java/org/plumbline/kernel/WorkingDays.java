package org.plumbline.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The days on which an office works: weekdays, without the days off among them.
 *
 * @param week at least one weekday
 * @param off days on which nobody works though their weekday is one of work; others may be among them
 */
public record WorkingDays(Set<DayOfWeek> week, Set<LocalDate> off) {
    public WorkingDays {
        week = Set.copyOf(week);
        off = Set.copyOf(off);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("An office works on at least one weekday");
        }
    }

    /** Whether the office works on this day. */
    public boolean includes(LocalDate day) {
        return week.contains(day.getDayOfWeek()) && !off.contains(day);
    }

    /** The first working day after this day. */
    public LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The {@code count}th working day after this day; the day itself for 0, whether it is one or not. */
    public LocalDate plus(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Working days are added, not taken away: " + count);
        }
        LocalDate reached = day;
        for (int i = 0; i < count; i++) {
            reached = next(reached);
        }
        return reached;
    }

    /** Working days after the first day up to the second, which counts; negative where the second is before. */
    public long between(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return -between(until, from);
        }
        long days = ChronoUnit.DAYS.between(from, until);
        long weeks = days / 7;
        long counted = weeks * week.size();
        for (LocalDate day = from.plusDays(weeks * 7 + 1); !day.isAfter(until); day = day.plusDays(1)) {
            counted += week.contains(day.getDayOfWeek()) ? 1 : 0;
        }
        return counted
                - off.stream()
                        .filter(day -> day.isAfter(from) && !day.isAfter(until) && week.contains(day.getDayOfWeek()))
                        .count();
    }
}
