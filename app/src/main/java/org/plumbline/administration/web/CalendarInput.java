package org.plumbline.administration.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;

/** Reads what an API request asks of the working calendar. */
final class CalendarInput {
    private CalendarInput() {}

    static LocalDate day(String field, @Nullable String text) {
        var input = new Input();
        LocalDate day = input.date(field, text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            input.refuse(field, "day-out-of-range", Map.of("value", day.toString()));
        }
        input.check();
        return day;
    }

    /** A count of working days from 0 to 10,000. */
    static int count(String text) {
        var input = new Input();
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 10_000) {
            input.refuse("days", "days-out-of-count", Map.of("value", text));
        }
        input.check();
        return Integer.parseInt(text);
    }
}
