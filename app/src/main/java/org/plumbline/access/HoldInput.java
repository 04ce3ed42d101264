package org.plumbline.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;

/**
 * A hold as somebody asks for it, read from the fields {@code covers} ({@code case}, {@code exhibit:ID} or
 * {@code subject:ID}; the case where nothing is said), {@code authority}, {@code why} and {@code until}.
 */
record HoldInput(Hold.Scope scope, Optional<UUID> of, String authority, String reason, Optional<LocalDate> until) {
    private static final int LONGEST = 300;

    /**
     * Reads the fields by name.
     *
     * @throws org.plumbline.kernel.Refused naming every field that is wrong
     */
    static HoldInput read(Function<String, @Nullable String> field) {
        var input = new Input();
        String[] covers = said(field, "covers", "case").split(":", 2);
        Optional<Hold.Scope> scope = Arrays.stream(Hold.Scope.values())
                .filter(one -> one.code().equals(covers[0]))
                .findFirst();
        Optional<UUID> of = covers.length == 2 ? id(covers[1]) : Optional.empty();
        if (scope.isEmpty() || (scope.get() == Hold.Scope.CASE ? covers.length == 2 : of.isEmpty())) {
            input.refuse("covers", "hold-of-nothing", Map.of());
        }
        String until = said(field, "until", "");
        var read = new HoldInput(
                scope.orElse(Hold.Scope.CASE),
                of,
                input.text("authority", field.apply("authority"), LONGEST),
                input.text("why", field.apply("why"), LONGEST),
                until.isEmpty() ? Optional.empty() : Optional.of(input.date("until", until)));
        input.check();
        return read;
    }

    private static Optional<UUID> id(String said) {
        try {
            return Optional.of(UUID.fromString(said));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String said(Function<String, @Nullable String> field, String name, String otherwise) {
        String value = field.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
