package org.plumbline.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list, with the cursor of the next.
 *
 * @param items what is shown
 * @param next the cursor: show what is older than this; absent on the last page
 */
record Pages<T>(List<T> items, Optional<UUID> next) {
    /** As many as a person takes in at once. */
    static final int SIZE = 50;

    Pages {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read one longer than the page. */
    static <T> Pages<T> of(List<T> read, int size, Function<T, UUID> id) {
        return read.size() <= size
                ? new Pages<>(read, Optional.empty())
                : new Pages<>(read.subList(0, size), Optional.of(id.apply(read.get(size - 1))));
    }

    /** The address of the next page, empty for none. */
    String href(String path) {
        return next.map(cursor -> path + (path.contains("?") ? "&" : "?") + "before=" + cursor)
                .orElse("");
    }
}
