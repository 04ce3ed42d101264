package org.plumbline.search.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What forms and bodies give of an alert. */
final class AlertInput {
    /** For how many days a supervisor agrees, unless told otherwise. */
    static final String LONGEST = "90";

    private static final UUID NOBODY = new UUID(0, 0);

    private AlertInput() {}

    /** The subject that is meant; something that is no identifier is that of nobody. */
    static Optional<UUID> subject(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.of(NOBODY);
        }
    }
}
