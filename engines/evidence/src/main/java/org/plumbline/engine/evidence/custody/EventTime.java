package org.plumbline.engine.evidence.custody;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.engine.log.json.Json;

/**
 * When an act happened, as exactly as it is known, and how that is known.
 *
 * @param text a year, month, day, or date and time with offset, ISO 8601, as stated
 * @param clock whose clock said so
 * @param offsetSeconds by how much that clock ran ahead of true time where the two were compared
 */
public record EventTime(String text, Clock clock, Optional<Long> offsetSeconds) {
    /** Anything later than this after it happened is a late entry. */
    public static final Duration PROMPT = Duration.ofHours(24);

    /** No place on earth is further than this from UTC; a day without an offset may be anybody's. */
    private static final Duration WIDEST_OFFSET = Duration.ofHours(14);

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final long MOST_OFFSET = 10L * 366 * 24 * 3600;

    /** Whose clock. */
    public enum Clock {
        DEVICE,
        SERVER,
        WATCH,
        DOCUMENT,
        ESTIMATED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Clock ofCode(String code) throws Broken {
            for (Clock clock : values()) {
                if (clock.code().equals(code)) {
                    return clock;
                }
            }
            throw Reading.form("clock");
        }
    }

    private record Span(Instant from, Instant until) {}

    public EventTime {
        if (Math.abs(offsetSeconds.orElse(0L)) > MOST_OFFSET) {
            throw new IllegalArgumentException("A clock is at most ten years off");
        }
        span(text);
    }

    /** The first instant it may have been, the clock's offset taken away. */
    public Instant earliest() {
        return span(text).from().minusSeconds(offsetSeconds.orElse(0L));
    }

    /** The last instant it may have been, the clock's offset taken away. */
    public Instant latest() {
        return span(text).until().minusSeconds(offsetSeconds.orElse(0L));
    }

    /** Whether it was put down more than 24 hours after its end. */
    public boolean late(Instant preparedAt) {
        return latest().plus(PROMPT).isBefore(preparedAt);
    }

    boolean after(Instant preparedAt) {
        return earliest().isAfter(preparedAt.plus(TOLERANCE));
    }

    Json.Fields json() {
        var fields = new Writing().with("text", text).with("clock", clock.code());
        offsetSeconds.ifPresent(seconds -> fields.with("offset_seconds", (long) seconds));
        return fields.done();
    }

    static EventTime read(Reading fields) throws Broken {
        String text = fields.text("text");
        Clock clock = Clock.ofCode(fields.text("clock"));
        Optional<Long> offset = fields.whole("offset_seconds");
        fields.end();
        try {
            return new EventTime(text, clock, offset);
        } catch (IllegalArgumentException notOne) {
            throw Reading.form("at");
        }
    }

    private static Span span(String text) {
        try {
            return switch (text.length()) {
                case 4 ->
                    days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1));
                case 7 ->
                    days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1));
                case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                default -> {
                    Instant instant = OffsetDateTime.parse(text).toInstant();
                    yield new Span(instant, instant);
                }
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a year, month, day, or date and time with offset", e);
        }
    }

    private static Span days(LocalDate first, LocalDate next) {
        return new Span(
                first.atStartOfDay(ZoneOffset.UTC).toInstant().minus(WIDEST_OFFSET),
                next.atStartOfDay(ZoneOffset.UTC).toInstant().plus(WIDEST_OFFSET));
    }
}
