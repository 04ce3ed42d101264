package org.plumbline.engine.evidence.custody;

import java.util.Locale;
import java.util.Optional;

/** The kinds of acts; {@link #code()} is what the canonical text says. */
public enum Kind {
    COLLECT,
    SEAL,
    INSPECT,
    BREAK_SEAL,
    RESEAL,
    TRANSFER_OUT,
    TRANSFER_IN,
    CHECK_OUT,
    CHECK_IN,
    MOVE,
    COPY,
    ANALYSE,
    SPLIT,
    /** Gives all of an exhibit into another. */
    MERGE_OUT,
    /** Takes in what others gave. */
    MERGE_IN,
    EXCEPTION,
    CORRECT,
    DISPOSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code. */
    public static Optional<Kind> ofCode(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
