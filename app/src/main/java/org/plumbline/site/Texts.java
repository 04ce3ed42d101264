package org.plumbline.site;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Money;

/** The words, dates and figures of a page as one reader sees them: in a language, in a time zone. */
public final class Texts {
    private final Phrasebook phrasebook;
    private final Language language;
    private final Formats formats;

    Texts(Phrasebook phrasebook, Language language, Formats formats) {
        this.phrasebook = phrasebook;
        this.language = language;
        this.formats = formats;
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return formats.zone();
    }

    /** Whether a bundle has this key. */
    public boolean has(String key) {
        return phrasebook.has(key);
    }

    /**
     * The message with its arguments.
     *
     * @param arguments name, value, name, value; values are shown by type: numbers grouped, instants in the reader's
     *     zone, moments as recorded
     * @throws IllegalStateException when no bundle has the key or an argument is missing
     */
    public String say(String key, Object... arguments) {
        return say(key, named(key, arguments));
    }

    /** The same with named arguments in a map. */
    public String say(String key, Map<String, ?> arguments) {
        try {
            return phrasebook.wording(key, language).say(arguments, formats);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("Message \"" + key + "\": " + e.getMessage(), e);
        }
    }

    /**
     * A sentence with parts of a page inside, such as a link: arguments that are template content are written as they
     * are, all else is escaped.
     */
    public Content weave(String key, Object... arguments) {
        return Woven.of(named(key, arguments), filled -> say(key, filled));
    }

    /** 20 Nov 2026. */
    public String date(LocalDate date) {
        return formats.day(date);
    }

    /** The day in the reader's zone: 20 Nov 2026. */
    public String date(Instant instant) {
        return formats.day(instant);
    }

    /** Friday 20 November 2026. */
    public String weekday(LocalDate date) {
        return formats.weekday(date);
    }

    /** The time of day in the reader's zone: 09:42. */
    public String time(Instant instant) {
        return formats.time(instant);
    }

    /** Day, time and zone of the reader: 20 Nov 2026, 09:42 CET. */
    public String dateTime(Instant instant) {
        return formats.dateTime(instant);
    }

    /** As exact as recorded and in the offset as recorded: Jul 2019; 23 Oct 2018, 14:05 +02:00. */
    public String moment(Moment moment) {
        return formats.moment(moment);
    }

    /** The moment, or the word for unknown. */
    public String moment(Optional<Moment> moment) {
        return moment.map(formats::moment).orElseGet(this::unknown);
    }

    /** Grouped by no-break spaces: 8 412. */
    public String number(long number) {
        return formats.number(BigDecimal.valueOf(number));
    }

    /** Grouped, with as many decimals as the value has. */
    public String number(BigDecimal number) {
        return formats.number(number);
    }

    /** The amount without its currency, which stands in the column head; or the word for unknown. */
    public String amount(Optional<Money> money) {
        return money.map(Money::amount).map(formats::number).orElseGet(this::unknown);
    }

    /** Currency and amount: USD 148 500 000. */
    public String money(Money money) {
        return formats.money(money);
    }

    /** A size in decimal units: 41.2 GB. */
    public String bytes(long bytes) {
        return formats.bytes(bytes);
    }

    /** Whole percent, rounded down, so that 100 % means all: 73 %. */
    public String percent(long done, long total) {
        return formats.percent(done, total);
    }

    /** The word for what nobody knows; never 0 and never a dash. */
    public String unknown() {
        return say("site.unknown");
    }

    private static Map<String, Object> named(String key, Object... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalStateException("Message \"" + key + "\": arguments come as name and value");
        }
        var named = new HashMap<String, Object>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return named;
    }
}
