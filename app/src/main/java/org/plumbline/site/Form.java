package org.plumbline.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Refusal;

/**
 * What a form shows: the values in its fields and what is wrong with them. After a refusal it holds what the person
 * typed, so that nothing is lost.
 *
 * @param values values by field name; a field may have several
 * @param errors what is wrong, in the order of the refusal; an error without field concerns the whole
 */
public record Form(Map<String, List<String>> values, List<Fault> errors) {
    /**
     * @param field the field's name; empty when the whole is refused
     * @param code stable reason code
     * @param text the sentence a person reads
     */
    public record Fault(String field, String code, String text) {}

    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /** A form that starts with these values. */
    public static Form of(Map<String, String> values) {
        var lists = new HashMap<String, List<String>>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Form(lists, List.of());
    }

    /** The form again after a refusal: what was typed, such as the parameter map of the request, and what is wrong. */
    public static Form refused(Map<String, String[]> typed, Refusal refusal, Texts texts) {
        var lists = new HashMap<String, List<String>>();
        typed.forEach((name, values) -> lists.put(name, List.copyOf(Arrays.asList(values))));
        List<Fault> errors = refusal.fields().isEmpty()
                ? List.of(new Fault("", refusal.code(), Sentences.of(refusal, texts)))
                : refusal.fields().stream()
                        .map(field -> new Fault(field.name(), field.code(), Sentences.of(field, texts)))
                        .toList();
        return new Form(lists, errors);
    }

    /** The field's value, empty when it has none. */
    public String value(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** Whether this choice of the field is taken. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong with the field. */
    public Optional<String> error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(Fault::text)
                .findFirst();
    }
}
