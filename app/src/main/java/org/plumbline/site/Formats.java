package org.plumbline.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Money;

/** How dates, times, numbers and amounts look on a page: 20 Nov 2026, 09:42 CET; 148 500 000 with no-break spaces. */
final class Formats {
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
    private static final DateTimeFormatter MONTH = formatter("MMM uuuu");
    private static final DateTimeFormatter MINUTE = formatter("HH:mm");
    private static final DateTimeFormatter MINUTE_AND_ZONE = formatter("d MMM uuuu, HH:mm z");
    private static final DateTimeFormatter WEEKDAY = formatter("EEEE d MMMM uuuu");
    private static final DateTimeFormatter RECORDED = formatter("d MMM uuuu, HH:mm xxx");
    private static final DateTimeFormatter RECORDED_SECONDS = formatter("d MMM uuuu, HH:mm:ss xxx");
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final ZoneId zone;

    Formats(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** Any argument of a message, by its type; the style {@code date} or {@code time} narrows an instant. */
    String show(Object value, String style) {
        return switch (value) {
            case Instant instant -> instant(instant, style);
            case LocalDate date -> day(date);
            case Moment moment -> moment(moment);
            case Money money -> money(money);
            case BigDecimal amount -> number(amount);
            case Double number -> number(BigDecimal.valueOf(number));
            case Number number -> number(BigDecimal.valueOf(number.longValue()));
            default -> value.toString();
        };
    }

    private String instant(Instant instant, String style) {
        return switch (style) {
            case "date" -> day(instant);
            case "time" -> time(instant);
            default -> dateTime(instant);
        };
    }

    String day(LocalDate date) {
        return DAY.format(date);
    }

    String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    String dateTime(Instant instant) {
        return MINUTE_AND_ZONE.format(instant.atZone(zone));
    }

    /** As exact as recorded, in the offset as recorded. */
    String moment(Moment moment) {
        return switch (moment.precision()) {
            case YEAR -> Year.parse(moment.text()).toString();
            case MONTH -> MONTH.format(YearMonth.parse(moment.text()));
            case DAY -> DAY.format(LocalDate.parse(moment.text()));
            case INSTANT -> recorded(OffsetDateTime.parse(moment.text()));
        };
    }

    String number(BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    String money(Money money) {
        return money.currency().getCurrencyCode() + NO_BREAK_SPACE + number(money.amount());
    }

    /** A size in decimal units, three figures at most. */
    String bytes(long bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        int decimals = unit == 0 || size >= 99.95 ? 0 : 1;
        var shown = BigDecimal.valueOf(size).setScale(decimals, RoundingMode.HALF_UP);
        return number(shown) + NO_BREAK_SPACE + UNITS[unit];
    }

    String percent(long done, long total) {
        return Optional.of(total)
                        .filter(all -> all > 0)
                        .map(all -> number(BigDecimal.valueOf(done * 100 / all)))
                        .orElse("0")
                + NO_BREAK_SPACE + "%";
    }

    private static String recorded(OffsetDateTime time) {
        boolean wholeMinute = time.truncatedTo(ChronoUnit.MINUTES).equals(time);
        return (wholeMinute ? RECORDED : RECORDED_SECONDS).format(time);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
