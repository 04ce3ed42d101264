package org.plumbline.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a file of the ledger stands; all but the first two are final. */
public enum ItemState {
    WAITING,
    RUNNING,
    INDEXED,
    CONTAINER,
    DUPLICATE,
    ENCRYPTED,
    UNSUPPORTED,
    EMPTY,
    PARTIAL,
    FAILED,
    EXCLUDED;

    /** The form used in records, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a code; an unknown code is an {@link IllegalArgumentException}. */
    public static ItemState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isFinal() {
        return this != WAITING && this != RUNNING;
    }

    /** Whether all of it was read, here or, of a duplicate, where it came first. */
    public boolean isWhole() {
        return this == INDEXED || this == CONTAINER || this == DUPLICATE;
    }

    /** Whether reading it again may give more. */
    public boolean mayRetry() {
        return this == FAILED || this == PARTIAL || this == UNSUPPORTED;
    }

    /** The final states, in the order of the ledger. */
    public static List<ItemState> finals() {
        return Arrays.stream(values()).filter(ItemState::isFinal).toList();
    }
}
