package org.plumbline.cases.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in the API.
 *
 * @param items the page
 * @param next the cursor of the next page, for the parameter {@code before}; absent on the last page
 */
public record Listing<T>(List<T> items, @Nullable UUID next) {
    public Listing {
        items = List.copyOf(items);
    }

    /** The page of a list that was read one longer than its size. */
    public static <S, T> Listing<T> of(List<S> read, int size, Function<S, UUID> id, Function<S, T> json) {
        boolean more = read.size() > size;
        List<S> shown = more ? read.subList(0, size) : read;
        return new Listing<>(shown.stream().map(json).toList(), more ? id.apply(shown.getLast()) : null);
    }

    /** A list that is answered whole. */
    public static <S, T> Listing<T> whole(List<S> all, Function<S, T> json) {
        return new Listing<>(all.stream().map(json).toList(), null);
    }
}
