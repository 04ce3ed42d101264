package org.plumbline.custody.acts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.evidence.custody.EventTime;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.kernel.Input;

/** The fields of a form or a request about an act; all that is wrong with them is refused together. */
final class ActFields {
    private static final int LINE = 300;
    private static final int TEXT = 4000;
    /** Stands in until the check refuses the input. */
    static final UUID NOBODY = new UUID(0, 0);

    private final Function<String, @Nullable String> fields;
    private final Input input = new Input();

    /** @param fields the value of a field by its name, the same in forms and in JSON */
    ActFields(Function<String, @Nullable String> fields) {
        this.fields = fields;
    }

    void check() {
        input.check();
    }

    void refuse(String field, String code, String value) {
        input.refuse(field, code, Map.of("value", value));
    }

    /** A line that must be there; {@code ?} stands in until the check refuses it. */
    String line(String name) {
        String text = input.text(name, fields.apply(name), LINE);
        return text.isEmpty() ? "?" : text;
    }

    String words(String name) {
        String text = input.text(name, fields.apply(name), TEXT);
        return text.isEmpty() ? "?" : text;
    }

    Optional<String> maybeLine(String name) {
        return Optional.of(input.optionalText(name, fields.apply(name), LINE)).filter(t -> !t.isEmpty());
    }

    Optional<String> maybeWords(String name) {
        return Optional.of(input.optionalText(name, fields.apply(name), TEXT)).filter(t -> !t.isEmpty());
    }

    <E extends Enum<E>> E choice(String name, Class<E> of) {
        return input.choice(name, fields.apply(name), of);
    }

    boolean flag(String name) {
        return maybeLine(name).filter(v -> v.equals("true") || v.equals("yes")).isPresent();
    }

    Optional<Boolean> maybeFlag(String name) {
        Optional<String> given = maybeLine(name);
        given.filter(v -> !v.equals("true") && !v.equals("false"))
                .ifPresent(v -> refuse(name, "field-not-a-choice", v));
        return given.map(v -> v.equals("true"));
    }

    Optional<UUID> maybeId(String name) {
        return maybeLine(name).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return NOBODY;
            }
        });
    }

    /** A number of whole units from 1 to {@code most}. */
    long number(String name, long otherwise, long most) {
        Optional<String> given = maybeLine(name);
        try {
            long number = given.map(Long::parseLong).orElse(otherwise);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of its range.
        }
        input.refuse(name, "not-between", Map.of("value", given.orElse(""), "least", "1", "most", "" + most));
        return otherwise;
    }

    /** The last instant of a day, in the zone. */
    Instant endOfDay(String name, ZoneId zone) {
        return input.date(name, fields.apply(name))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    Optional<String> maybeDay(String name) {
        return maybeLine(name).map(given -> input.date(name, given).toString());
    }

    Optional<Quantity> quantity(String name, String unit) {
        Optional<String> amount = maybeLine(name);
        Optional<String> of = maybeLine(unit);
        if (amount.isEmpty()) {
            of.ifPresent(u -> input.refuse(name, "field-missing", Map.of()));
            return Optional.empty();
        }
        if (of.isEmpty()) {
            input.refuse(unit, "field-missing", Map.of());
            return Optional.empty();
        }
        return amount(name, amount.get(), of.get());
    }

    Optional<Quantity> amount(String name, String amount, String unit) {
        try {
            // Far fewer characters than a number could make digits of, such as 1E999999999.
            if (amount.length() <= 30 && amount.matches("[0-9]+([.,][0-9]+)?")) {
                return Optional.of(Quantity.of(new BigDecimal(amount.replace(',', '.')), unit));
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like what is no number.
        }
        refuse(name, "not-a-quantity", amount);
        return Optional.empty();
    }

    /** When it happened: now by the server's clock where nothing is said. */
    EventTime at(Instant now, ZoneId zone) {
        Optional<String> text = maybeLine("at");
        if (text.isEmpty()) {
            return new EventTime(
                    now.truncatedTo(ChronoUnit.SECONDS).toString(), EventTime.Clock.SERVER, Optional.empty());
        }
        EventTime.Clock clock = choice("clock", EventTime.Clock.class);
        Optional<Long> offset = offset();
        try {
            return new EventTime(withOffset(text.get(), zone), clock, offset);
        } catch (IllegalArgumentException e) {
            refuse("at", "not-a-moment", text.get());
            return new EventTime(now.toString(), clock, Optional.empty());
        }
    }

    private Optional<Long> offset() {
        Optional<String> text = maybeLine("offset_seconds");
        try {
            return text.map(Long::parseLong).filter(seconds -> seconds != 0);
        } catch (NumberFormatException e) {
            refuse("offset_seconds", "not-seconds", text.orElse(""));
            return Optional.empty();
        }
    }

    /** A form gives the time on the clock where the person is. */
    private static String withOffset(String text, ZoneId zone) {
        if (text.length() < 16 || text.length() > 19 || text.indexOf('T') != 10) {
            return text;
        }
        try {
            return LocalDateTime.parse(text).atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
