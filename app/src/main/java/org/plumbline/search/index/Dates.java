package org.plumbline.search.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of {@code date:}: a year, a month, a day, a range, or a bound. */
final class Dates {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\S+)\\s+TO\\s+(\\S+)\\s*");
    private static final String OPEN = "*";

    private Dates() {}

    /** A value that isn't a range: {@code 2018}, {@code >=2018-06}, {@code <2019-01-31}. */
    static Clause.Days read(String value, int at) {
        int sign = 0;
        while (sign < 2 && sign < value.length() && "<>=".indexOf(value.charAt(sign)) >= 0) {
            sign++;
        }
        LocalDate[] span = span(value.substring(sign), at + sign);
        return switch (value.substring(0, sign)) {
            case "" -> new Clause.Days(span[0].toEpochDay(), span[1].toEpochDay());
            case ">=" -> new Clause.Days(span[0].toEpochDay(), Long.MAX_VALUE);
            case ">" -> new Clause.Days(span[1].toEpochDay() + 1, Long.MAX_VALUE);
            case "<=" -> new Clause.Days(Long.MIN_VALUE, span[1].toEpochDay());
            case "<" -> new Clause.Days(Long.MIN_VALUE, span[0].toEpochDay() - 1);
            default -> throw bad(value, at);
        };
    }

    /** What stands between the brackets of a range. */
    static Clause.Days readRange(String inside, int at) {
        Matcher matcher = RANGE.matcher(inside);
        if (!matcher.matches()) {
            throw new Unreadable("query-range-unreadable", at);
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        long first = from.equals(OPEN) ? Long.MIN_VALUE : span(from, at + matcher.start(1))[0].toEpochDay();
        long last = to.equals(OPEN) ? Long.MAX_VALUE : span(to, at + matcher.start(2))[1].toEpochDay();
        if (first > last) {
            throw new Unreadable("query-range-backwards", at, Map.of("from", from, "to", to));
        }
        return new Clause.Days(first, last);
    }

    /** The first and the last day that a partial date can mean. */
    private static LocalDate[] span(String text, int at) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw bad(text, at);
        }
        try {
            int year = Integer.parseInt(matcher.group(1));
            if (matcher.group(2) == null) {
                return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(matcher.group(2)));
            if (matcher.group(3) == null) {
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(matcher.group(3)));
            return new LocalDate[] {day, day};
        } catch (DateTimeException e) {
            throw bad(text, at);
        }
    }

    private static Unreadable bad(String text, int at) {
        return new Unreadable("query-date-unreadable", at, Map.of("value", text));
    }
}
