package org.plumbline.engine.model.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as exactly as the source states it: ISO 8601 prefixes as in FollowTheMoney, {@code 2018}, {@code 2018-10},
 * {@code 2018-10-23}, {@code 2018-10-23T14:05:00} (UTC).
 *
 * @param text the normal form
 * @param precision how exact it is; follows from the text
 */
public record PartialDate(String text, Precision precision) {
    /** How exactly a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME
    }

    private static final Pattern FORM = Pattern.compile(
            "\\d{4}(-\\d{1,2}(-\\d{1,2}([T ]\\d{2}(:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?)?(Z|[+-]\\d{2}:?\\d{2})?)?)?)?");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    public PartialDate {
        if (!parse(text)
                .map(read -> read.text.equals(text) && read.precision == precision)
                .orElse(false)) {
            throw new IllegalArgumentException("not a partial date in normal form, or not of precision " + precision);
        }
    }

    private PartialDate(Normal normal) {
        this(normal.text, normal.precision);
    }

    /** Reads a partial date; empty when the text is none. A date and time with an offset becomes UTC. */
    public static Optional<PartialDate> read(String raw) {
        return parse(raw.strip()).map(PartialDate::new);
    }

    /** The first day it can mean: what lists sort by. */
    public LocalDate earliest() {
        return switch (precision) {
            case YEAR -> Year.parse(text).atDay(1);
            case MONTH -> YearMonth.parse(text).atDay(1);
            case DAY, TIME -> LocalDate.parse(text.substring(0, 10));
        };
    }

    /** The last day it can mean. */
    public LocalDate latest() {
        return switch (precision) {
            case YEAR -> Year.parse(text).atMonth(12).atEndOfMonth();
            case MONTH -> YearMonth.parse(text).atEndOfMonth();
            case DAY, TIME -> LocalDate.parse(text.substring(0, 10));
        };
    }

    /** Whether one of the two only says the other more exactly: 2018 agrees with 2018-10-23. */
    public boolean agreesWith(PartialDate other) {
        return text.startsWith(other.text) || other.text.startsWith(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private record Normal(String text, Precision precision) {}

    private static Optional<Normal> parse(String raw) {
        if (!FORM.matcher(raw).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(normal(raw));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Normal normal(String raw) {
        int time = Math.max(raw.indexOf('T'), raw.indexOf(' '));
        String[] parts = (time < 0 ? raw : raw.substring(0, time)).split("-", -1);
        int year = Integer.parseInt(parts[0]);
        if (year == 0) {
            throw new DateTimeException("no year 0");
        }
        if (parts.length == 1) {
            return new Normal(parts[0], Precision.YEAR);
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(parts[1]));
        if (parts.length == 2) {
            return new Normal(month.toString(), Precision.MONTH);
        }
        LocalDate day = month.atDay(Integer.parseInt(parts[2]));
        return time < 0 ? new Normal(day.toString(), Precision.DAY) : new Normal(utc(day, raw, time), Precision.TIME);
    }

    private static String utc(LocalDate day, String raw, int time) {
        String clock = raw.substring(time + 1).replace(',', '.');
        int zone = Math.max(clock.indexOf('Z'), Math.max(clock.indexOf('+'), clock.indexOf('-')));
        String local = zone < 0 ? clock : clock.substring(0, zone);
        LocalDateTime stated = LocalDateTime.parse(day + "T" + (local.length() == 2 ? local + ":00" : local));
        boolean isUtc = zone < 0 || clock.charAt(zone) == 'Z';
        ZoneOffset offset = isUtc ? ZoneOffset.UTC : ZoneOffset.of(clock.substring(zone));
        OffsetDateTime moved = stated.atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC);
        if (moved.getYear() < 1 || moved.getYear() > 9999) {
            throw new DateTimeException("a year has four digits");
        }
        return SECONDS.format(moved);
    }
}
