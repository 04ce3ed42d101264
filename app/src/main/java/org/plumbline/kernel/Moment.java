package org.plumbline.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When something happened, as exactly as the source states it and no more.
 *
 * @param text the value as recorded, ISO 8601: {@code 2018}, {@code 2018-10}, {@code 2018-10-23}, or a date and time
 *     with the offset as recorded, {@code 2018-10-23T14:05:00+02:00}
 * @param precision how exact the value is; it follows from the text
 * @param clockSource whose clock said so, such as "server", "device", "witness"; empty when not stated
 */
public record Moment(String text, Precision precision, String clockSource) {
    /** How exactly a moment is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        INSTANT
    }

    public Moment {
        if (precisionOf(text) != precision) {
            throw new IllegalArgumentException("\"" + text + "\" is not exact to the " + precision);
        }
    }

    /** Reads a partial date or a date and time with offset; anything else is an {@link IllegalArgumentException}. */
    public static Moment parse(String text, String clockSource) {
        return new Moment(text, precisionOf(text), clockSource);
    }

    /** The instant, where the moment is one. */
    public Optional<Instant> instant() {
        return precision == Precision.INSTANT
                ? Optional.of(OffsetDateTime.parse(text).toInstant())
                : Optional.empty();
    }

    /** The first day the moment can mean, in the offset as recorded: what lists sort by. */
    public LocalDate earliest() {
        return switch (precision) {
            case YEAR -> Year.parse(text).atDay(1);
            case MONTH -> YearMonth.parse(text).atDay(1);
            case DAY -> LocalDate.parse(text);
            case INSTANT -> OffsetDateTime.parse(text).toLocalDate();
        };
    }

    private static Precision precisionOf(String text) {
        try {
            switch (text.length()) {
                case 4 -> {
                    Year.parse(text);
                    return Precision.YEAR;
                }
                case 7 -> {
                    YearMonth.parse(text);
                    return Precision.MONTH;
                }
                case 10 -> {
                    LocalDate.parse(text);
                    return Precision.DAY;
                }
                default -> {
                    OffsetDateTime.parse(text);
                    return Precision.INSTANT;
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a year, month, day, or date and time with offset", e);
        }
    }
}
