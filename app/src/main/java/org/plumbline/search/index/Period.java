package org.plumbline.search.index;

import java.time.LocalDate;

/** Months as numbers, counted from the year 0, and the words the date facet uses for months and years. */
final class Period {
    private Period() {}

    static long monthOf(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    static String year(long month) {
        return "%04d".formatted(Math.floorDiv(month, 12L));
    }

    static String month(long month) {
        return year(month) + "-%02d".formatted(Math.floorMod(month, 12L) + 1);
    }
}
