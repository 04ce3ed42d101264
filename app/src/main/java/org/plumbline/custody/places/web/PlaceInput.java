package org.plumbline.custody.places.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;

/** Reads what a form or an API request says about a storage place. */
final class PlaceInput {
    private PlaceInput() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** The place that another stands in; absent where none is named. */
    static Optional<UUID> parent(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id.strip()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(new Refusal.Field("parent", "place-unknown", Map.of())))
                    .asException();
        }
    }
}
