package org.plumbline.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of one input, so that all of it is said at once. */
public final class Input {
    private final List<Refusal.Field> wrong = new ArrayList<>();

    /** Text that must be there, trimmed; at most {@code longest} characters. */
    public String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            refuse(field, "field-missing", Map.of());
        }
        return atMost(field, text, longest);
    }

    /** Text that may be empty, trimmed. */
    public String optionalText(String field, @Nullable String value, int longest) {
        return atMost(field, value == null ? "" : value.strip(), longest);
    }

    /** A date in ISO form. */
    public LocalDate date(String field, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            refuse(field, "field-missing", Map.of());
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            refuse(field, "field-not-a-date", Map.of("value", text));
            return LocalDate.EPOCH;
        }
    }

    /** One of a closed choice, by its code; the first of the choice when it is wrong. */
    public <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> of) {
        E[] choices = java.util.Objects.requireNonNull(of.getEnumConstants());
        String code = value == null ? "" : value.strip();
        for (E one : choices) {
            if (one.name().equalsIgnoreCase(code.replace('-', '_'))) {
                return one;
            }
        }
        refuse(field, code.isEmpty() ? "field-missing" : "field-not-a-choice", Map.of("value", code));
        return choices[0];
    }

    /** Adds a refusal of a field that breaks some other rule. */
    public void refuse(String field, String code, Map<String, String> arguments) {
        if (wrong.stream().noneMatch(f -> f.name().equals(field))) {
            wrong.add(new Refusal.Field(field, code, arguments));
        }
    }

    /** The code of the first refusal; absent while there is none. */
    public Optional<String> fault() {
        return wrong.stream().map(Refusal.Field::code).findFirst();
    }

    /** Throws all refusals together; does nothing when there is none. */
    public void check() {
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong).asException();
        }
    }

    private String atMost(String field, String text, int longest) {
        if (text.length() > longest) {
            refuse(field, "field-too-long", Map.of("length", "" + text.length(), "longest", "" + longest));
        }
        if (text.indexOf('\0') >= 0) {
            refuse(field, "field-has-nul", Map.of());
        }
        return text;
    }
}
