package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;

/** Reads what a form or an API request says about a member. */
final class MemberInput {
    private MemberInput() {}

    static Set<Role> roles(List<String> codes) {
        return codes.stream()
                .filter(code -> !code.isBlank())
                .map(MemberInput::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A role of a form's field. */
    static Role role(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw wrong("role", "field-missing", "");
        }
        try {
            return Role.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw wrong("role", "field-not-a-choice", code);
        }
    }

    /** A role that an address names. */
    static Role roleInAddress(String code) {
        try {
            return Role.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.absent().asException();
        }
    }

    static Optional<MemberId> successor(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new MemberId(uuid("successor", "not-a-successor", id)));
    }

    /** A unit that a form or a request names; absent where it names none. */
    static Optional<UUID> unit(String field, String id) {
        return id.isBlank() ? Optional.empty() : Optional.of(uuid(field, "unit-unknown", id));
    }

    /** A choice of a form that is an identifier. */
    static UUID choice(String field, String id) {
        return uuid(field, id.isBlank() ? "field-missing" : "field-not-a-choice", id);
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static UUID uuid(String field, String code, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw wrong(field, code, id);
        }
    }

    private static Refused wrong(String field, String code, String value) {
        return Refusal.invalid(List.of(new Refusal.Field(field, code, Map.of("value", value))))
                .asException();
    }
}
